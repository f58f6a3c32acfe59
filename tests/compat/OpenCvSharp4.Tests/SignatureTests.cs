using EmotionNotebooks.Compat.Tests;

namespace OpenCvSharp.Tests;

/// <summary>
/// Source compatibility, member by member: what compat exposes the package has under the same names, parameter names, types and defaults.
/// package-signatures.txt holds what the package of the pinned version has in the types that compat has; on the package's stack the same test
/// checks the file. EMOTION_WRITE_FIXTURES=FOLDER writes it there, from the assembly that EMOTION_PACKAGE names or from the loaded one.
/// </summary>
[Trait("Needs", "Nothing")]
public sealed class SignatureTests
{
    private const string FileName = "package-signatures.txt";

    private static readonly string[] Types =
    [
        nameof(Algorithm), "Backend", nameof(BorderTypes), nameof(CascadeClassifier), nameof(Cv2), nameof(CvObject), nameof(CvPtrObject),
        nameof(DisposableObject), nameof(FaceDetectorYN), nameof(FourCC), nameof(HaarDetectionTypes), nameof(HersheyFonts), nameof(InputArray),
        nameof(InputOutputArray), nameof(InterpolationFlags), nameof(LineTypes), nameof(Mat), nameof(MatType), nameof(OpenCVException),
        nameof(OpenCvSharpException), nameof(OutputArray), nameof(Point), nameof(Rect), nameof(Scalar), nameof(Size), "Target", nameof(VideoCapture),
        nameof(VideoCaptureAPIs), nameof(VideoCaptureProperties), nameof(VideoWriter), nameof(WindowFlags), nameof(WindowPropertyFlags),
    ];

    // Of these the package has members by the hundred; those that compat has by name are kept.
    private static readonly string[] Large = [nameof(Cv2), nameof(Mat), nameof(InputArray), nameof(InputOutputArray), nameof(OutputArray), nameof(VideoCapture), nameof(VideoWriter)];

    [Fact]
    public void Should_be_the_packages_when_exposed()
    {
        var actual = Of(Subset.Assembly.Location).ToArray();
        if (Environment.GetEnvironmentVariable("EMOTION_WRITE_FIXTURES") is { Length: > 0 } folder)
        {
            var package = Environment.GetEnvironmentVariable("EMOTION_PACKAGE") ?? Subset.Assembly.Location;
            var lines = Trimmed(Of(package), [.. Members(actual).Select(NameOf)]);
            File.WriteAllText(Path.Combine(folder, FileName), string.Join('\n', lines) + "\n");
        }

        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "fixtures", FileName));
        var known = Members(expected).ToArray();
        var foreign = Subset.IsLoaded
            ? Members(actual).Where(member => !known.Any(other => Fits(member, other))).ToArray()
            : [.. known.Except(Members(actual))];

        Assert.True(foreign.Length == 0, $"members that the package does not have so:{Environment.NewLine}{string.Join(Environment.NewLine, foreign)}");
    }

    [Fact]
    public void Should_have_the_packages_types_only_when_exposed()
    {
        Subset.SkipOnThePackage();

        Assert.Equal(Types.Order(StringComparer.Ordinal), Subset.Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_number_enums_as_the_package_does()
    {
        Assert.Equal((0, 1, 3, 16), ((int)InterpolationFlags.Nearest, (int)InterpolationFlags.Linear, (int)InterpolationFlags.Area, (int)InterpolationFlags.WarpInverseMap));
        Assert.Equal((0, 1, 2), ((int)BorderTypes.Constant, (int)BorderTypes.Replicate, (int)HaarDetectionTypes.ScaleImage));
        Assert.Equal((5, 7, 38, 4), ((int)VideoCaptureProperties.Fps, (int)VideoCaptureProperties.FrameCount, (int)VideoCaptureProperties.BufferSize, (int)WindowPropertyFlags.Visible));
        Assert.Equal((8, 16, 0, 0, 16), ((int)LineTypes.Link8, (int)LineTypes.AntiAlias, (int)HersheyFonts.HersheySimplex, (int)WindowFlags.Normal, (int)WindowFlags.GuiNormal));
        Assert.Equal(0x47504a4d, FourCC.FromString("MJPG").Value);
        Assert.Equal((0, 16, 6), (MatType.CV_8UC1.Value, MatType.CV_8UC3.Value, MatType.CV_64FC1.Value));
    }

    // The numbers of enums are tested by themselves.
    private static IEnumerable<string> Of(string assembly) =>
        Signatures.Of(assembly, Types.Contains).Where(line => !line.StartsWith(' ') || line.Contains('(', StringComparison.Ordinal));

    // A member fits where it is the same, or where only optional parameters at the end are missing here.
    private static bool Fits(string member, string known) =>
        member == known
        || (member.Split(") -> ") is [var head, var result] && known.StartsWith(head + ", ", StringComparison.Ordinal) && known.EndsWith($") -> {result}", StringComparison.Ordinal)
            && known[(head.Length + 2)..known.LastIndexOf(')')].Split(", ").All(parameter => parameter.Contains(" = ", StringComparison.Ordinal)));

    private static IEnumerable<string> Trimmed(IEnumerable<string> lines, HashSet<string> known)
    {
        var type = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith(' '))
                type = line;
            if (!line.StartsWith(' ') || !Large.Contains(type.Split(' ')[0]) || known.Contains(NameOf($"{type}: {line.Trim()}")))
                yield return line;
        }
    }

    private static string NameOf(string member) => member.Split('(')[0];

    // Each member with its type before it.
    private static IEnumerable<string> Members(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith(' '))
                type = line;
            yield return line.StartsWith(' ') ? $"{type}: {line.Trim()}" : line;
        }
    }
}
