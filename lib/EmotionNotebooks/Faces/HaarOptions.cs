namespace EmotionNotebooks.Faces;

/// <summary>How a <see cref="HaarFaceDetector"/> looks; the defaults were chosen by the tables in README.md ("Read photos").</summary>
public sealed record HaarOptions
{
    /// <summary>For video: one angle, large faces and few sizes of them, in a picture of half the size.</summary>
    public static HaarOptions Fast { get; } =
        new() { Angles = [0], SmallestFace = 80, LongestSide = 320, ScaleStep = 1.2, LooksForEyes = false, WindowsWithoutEyes = 4 };

    /// <summary>Cascades, files of OpenCV's data folder, whose windows are merged.</summary>
    public IReadOnlyList<string> Cascades { get; init; } = ["haarcascade_frontalface_alt2.xml"];

    /// <summary>Angles at which the picture is searched, in degrees; cascades see faces that lean by 15° and hardly more.</summary>
    public IReadOnlyList<double> Angles { get; init; } = [0, -30, 30];

    /// <summary>Side of the smallest face, in pixels of the picture.</summary>
    public int SmallestFace { get; init; } = 32;

    /// <summary>The longer side that a larger picture is brought down to before it is searched, in pixels.</summary>
    public int LongestSide { get; init; } = 1280;

    /// <summary>From one size of face to the next.</summary>
    public double ScaleStep { get; init; } = 1.1;

    /// <summary>Whether eyes are looked for in what was found; without them a face that leans is turned by its angle alone.</summary>
    public bool LooksForEyes { get; init; } = true;

    /// <summary>How many windows must agree on a face in which both eyes were found.</summary>
    public int WindowsWithEyes { get; init; } = 2;

    /// <summary>How many windows must agree on a face without eyes.</summary>
    public int WindowsWithoutEyes { get; init; } = 9;
}
