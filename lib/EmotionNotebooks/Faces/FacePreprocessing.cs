namespace EmotionNotebooks.Faces;

/// <summary>
/// How a found face becomes what a network was trained on: 48×48 grey bytes (BT.709). Stored with the network, so that notebook, command
/// line, camera and web page cut alike.
/// </summary>
public sealed record FacePreprocessing
{
    /// <summary>Side of the square that is cut, over the side of the face's box; 0.5 to 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Margin
    {
        get;
        init => field = value is >= 0.5 and <= 4
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Margin), $"the margin is {value}; it must be from 0.5 to 4 sides of the face's box");
    }
    = 1;

    /// <summary>How far the square's middle lies below the box's, in sides of the box; −0.5 to 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Drop
    {
        get;
        init => field = value is >= -0.5 and <= 0.5
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Drop), $"the drop is {value}; it must be from -0.5 to 0.5 sides of the face's box");
    }

    /// <summary>Whether a face that leans is turned upright; true by default.</summary>
    public bool TurnsUpright { get; init; } = true;
}
