namespace EmotionNotebooks.Faces;

/// <summary>How a <see cref="HaarFaceDetector"/> looks; the defaults were chosen by the table in README.md ("Read photos").</summary>
public sealed record HaarOptions
{
    /// <summary>Cascades, files of OpenCV's data folder, whose finds are merged.</summary>
    public IReadOnlyList<string> Cascades { get; init; } = ["haarcascade_frontalface_alt2.xml", "haarcascade_frontalface_default.xml"];

    /// <summary>Angles at which the picture is searched, in degrees; cascades see faces that lean by 15° and no more.</summary>
    public IReadOnlyList<double> Angles { get; init; } = [0, -30, 30];

    /// <summary>Side of the smallest face, in pixels of the picture.</summary>
    public int SmallestFace { get; init; } = 32;

    /// <summary>The longer side that a picture is brought down to before it is searched, in pixels.</summary>
    public int LongestSide { get; init; } = 1280;

    /// <summary>From one size of face to the next.</summary>
    public double ScaleStep { get; init; } = 1.1;

    /// <summary>How many windows must agree on a face in which both eyes were found.</summary>
    public int WindowsWithEyes { get; init; } = 3;

    /// <summary>How many windows must agree on a face without eyes.</summary>
    public int WindowsWithoutEyes { get; init; } = 12;
}
