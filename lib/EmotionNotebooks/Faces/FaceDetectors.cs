namespace EmotionNotebooks.Faces;

/// <summary>The detectors by name.</summary>
public static class FaceDetectors
{
    /// <summary>Every detector's name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["haar"];

    /// <summary>Makes a detector.</summary>
    /// <param name="name">One of <see cref="Names"/>; the default where null.</param>
    /// <exception cref="ArgumentException">There is no such detector.</exception>
    /// <exception cref="IOException">What the detector needs is not on this machine; the message says what to do.</exception>
    public static IFaceDetector Create(string? name = null) => name?.ToLowerInvariant() switch
    {
        null or "haar" => new HaarFaceDetector(),
        _ => throw new ArgumentException($"there is no detector '{name}'; it must be one of {string.Join(", ", Names)}", nameof(name)),
    };
}
