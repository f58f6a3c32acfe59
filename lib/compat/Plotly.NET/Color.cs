using System.Globalization;

namespace Plotly.NET;

public sealed class Color
{
    private Color(string value) => Value = value;

    /// <summary>The colour as plotly.js reads it.</summary>
    public object Value { get; }

    public static Color fromString(string c) => new(c);

    public static Color fromHex(string s)
    {
        var digits = s.TrimStart('#');
        if (digits.Length != 6)
            throw new ArgumentException("Invalid hex color format", nameof(s));
        var value = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return fromRGB(value >> 16, (value >> 8) & 0xFF, value & 0xFF);
    }

    public static Color fromRGB(int r, int g, int b) => fromARGB(255, r, g, b);

    // One decimal of alpha, as the package writes it.
    public static Color fromARGB(int a, int r, int g, int b) =>
        new(string.Create(CultureInfo.InvariantCulture, $"rgba({Byte(r)}, {Byte(g)}, {Byte(b)}, {Byte(a) / 255.0:0.0})"));

    public override bool Equals(object? obj) => obj is Color other && Equals(Value, other.Value);

    public override int GetHashCode() => Value.GetHashCode();

    private static int Byte(int value) =>
        value is >= 0 and <= 255 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Value for component needs to be between 0 and 255.");
}
