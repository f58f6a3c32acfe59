namespace EmotionNotebooks.Faces;

/// <summary>The detectors by name.</summary>
public static class FaceDetectors
{
    /// <summary>The environment variable that names YuNet's file.</summary>
    public const string YuNetVariable = "EMOTION_YUNET";

    /// <summary>Every detector's name: cascades that look for all they can find, cascades for video, and YuNet.</summary>
    public static IReadOnlyList<string> Names { get; } = ["haar", "haar-fast", "yunet"];

    /// <summary>Makes a detector.</summary>
    /// <param name="name">One of <see cref="Names"/>, or the path of a YuNet file (.onnx); "haar" where null.</param>
    /// <exception cref="ArgumentException">There is no such detector.</exception>
    /// <exception cref="IOException">What the detector needs is not on this machine; the message says what to do.</exception>
    public static IFaceDetector Create(string? name = null) => name?.ToLowerInvariant() switch
    {
        null or "haar" => new HaarFaceDetector(),
        "haar-fast" => new HaarFaceDetector(HaarOptions.Fast),
        "yunet" => new YuNetFaceDetector(Environment.GetEnvironmentVariable(YuNetVariable) is { Length: > 0 } path
            ? path
            : throw new FileNotFoundException(
                $"YuNet's file is not part of this project: name it in {YuNetVariable} (OpenCV's model zoo has it; 2022mar for OpenCV 4.6, 2023mar from 4.8)")),
        var other when other.EndsWith(".onnx", StringComparison.Ordinal) => new YuNetFaceDetector(name),
        _ => throw new ArgumentException($"there is no detector '{name}'; it must be one of {string.Join(", ", Names)}, or a YuNet file (.onnx)"),
    };
}
