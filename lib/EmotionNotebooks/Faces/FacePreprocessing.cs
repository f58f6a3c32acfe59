using System.Globalization;

namespace EmotionNotebooks.Faces;

/// <summary>
/// How a found face becomes what a network was trained on: 48×48 grey bytes (BT.709), each the mean of the area that it covers. Stored with
/// the network, so that notebook, command line, camera and web page cut alike. The defaults give FER-2013's framing (README.md, "Read
/// photos").
/// </summary>
public sealed record FacePreprocessing
{
    // What is the same in every version so far; a file that says otherwise is refused.
    private const string Fixed = "grey=bt709 side=48 filter=area";

    /// <summary>Side of the square that is cut, over the side of the face's box; 0.5 to 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Margin
    {
        get;
        init => field = value is >= 0.5 and <= 4
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Margin), $"the margin is {value}; it must be from 0.5 to 4 sides of the face's box");
    }
    = 1.08;

    /// <summary>How far the square's middle lies below the box's, in sides of the box; −0.5 to 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Drop
    {
        get;
        init => field = value is >= -0.5 and <= 0.5
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Drop), $"the drop is {value}; it must be from -0.5 to 0.5 sides of the face's box");
    }
    = 0.01;

    /// <summary>Whether a face that leans is turned upright; true by default.</summary>
    public bool TurnsUpright { get; init; } = true;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">Such as "grey=bt709 side=48 filter=area margin=1.08 drop=0.01 upright=yes".</param>
    /// <exception cref="FormatException">The text is another one, or a newer version's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static FacePreprocessing Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.StartsWith(Fixed + " ", StringComparison.Ordinal) ? text[(Fixed.Length + 1)..].Split(' ') : [];
        return rest is [var margin, var drop, "upright=yes" or "upright=no"]
            && Number(margin, "margin=") is { } m && Number(drop, "drop=") is { } d
            ? new() { Margin = m, Drop = d, TurnsUpright = rest[2] == "upright=yes" }
            : throw new FormatException($"\"crop\" is '{text}'; this version knows '{new FacePreprocessing()}' with other numbers");
    }

    /// <summary>Such as "grey=bt709 side=48 filter=area margin=1.08 drop=0.01 upright=yes", as it stands in a weights file.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Fixed} margin={Margin} drop={Drop} upright={(TurnsUpright ? "yes" : "no")}");

    private static double? Number(string text, string name) =>
        text.StartsWith(name, StringComparison.Ordinal) && double.TryParse(text[name.Length..], CultureInfo.InvariantCulture, out var value) ? value : null;
}
