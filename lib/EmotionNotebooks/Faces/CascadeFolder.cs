namespace EmotionNotebooks.Faces;

/// <summary>Where OpenCV's Haar cascades are.</summary>
public static class CascadeFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "EMOTION_CASCADES";

    private const string Sought = "haarcascade_frontalface_alt2.xml";

    private static readonly string[] Known =
    [
        "/usr/share/opencv4/haarcascades", "/usr/share/opencv/haarcascades", "/usr/local/share/opencv4/haarcascades",
        "/opt/homebrew/share/opencv4/haarcascades",
    ];

    /// <summary>The folder that <see cref="Variable"/> names, or else OpenCV's own on this machine.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says what to do.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(Path.Combine(named, Sought))
                ? named
                : throw new DirectoryNotFoundException($"{Variable} is '{named}', which has no {Sought}; it must name OpenCV's folder haarcascades");
        }

        return Known.Append(Path.Combine(AppContext.BaseDirectory, "haarcascades")).FirstOrDefault(folder => File.Exists(Path.Combine(folder, Sought)))
            ?? throw new DirectoryNotFoundException(
                $"OpenCV's Haar cascades are not on this machine: run `./emotion setup opencv`, or name their folder in {Variable}");
    }
}
