using System.Globalization;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Live;
using EmotionNotebooks.Tests.Live;

namespace EmotionNotebooks.Cli.Tests;

[Trait("Needs", "OpenCV")]
public sealed class CameraTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Leave_Timeline_Page_And_Recording_Of_A_Video()
    {
        Video("in.avi", 30);

        var result = Command.Emotion(_folder.Path, "camera", "--input", "in.avi", "--headless", "--csv", "out/t.csv", "--record", "out/r.mp4");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.StartsWith("30 frames at ", result.Output, StringComparison.Ordinal);
        Assert.Contains(", 0 dropped, 1 person", result.Output, StringComparison.Ordinal);
        var lines = Lines("out/t.csv");
        Assert.Equal("seconds,frame,person,x,y,width,height,angry,disgust,fear,happy,sad,surprise,neutral,label", lines[0]);
        Assert.InRange(lines.Length, 26, 29);
        Assert.All(lines.Skip(1), line => Assert.Equal("1", line.Split(',')[2]));
        Assert.Equal("happy", lines[^1].Split(',')[^1]);
        Assert.Equal(1, lines[^1].Split(',')[7..14].Sum(p => double.Parse(p, CultureInfo.InvariantCulture)), 1e-4);
        Assert.Equal(30, FramesOf("out/r.mp4"));
        Assert.Contains("Share of the time in sight", File.ReadAllText(_folder.File("out/t.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 130, "mp4", 60)]
    [InlineData(9, 137, "avi", 60)]
    [InlineData(9, 137, "mkv", 400)] // FFmpeg hands a Matroska file over in parts of five seconds
    public void Should_Leave_Whole_Files_When_A_Signal_Ends_It(int signal, int code, string ending, int after)
    {
        Video("in.avi", 900);
        using var process = Command.Start(
            _folder.Path, [], "dotnet", Path.Combine(AppContext.BaseDirectory, "emotion.dll"), "camera", "--input", "in.avi", "--headless", "--csv", "t.csv", "--record", $"r.{ending}");
        var started = DateTime.UtcNow;
        while (!File.Exists(_folder.File("t.csv")) || Lines("t.csv").Length < after)
        {
            Assert.True(!process.HasExited && DateTime.UtcNow - started < Limit, $"it did not come to {after} lines");
            Thread.Sleep(50);
        }

        Command.Run(_folder.Path, [], "kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture));
        Assert.True(process.WaitForExit(Limit));

        Assert.Equal(code, process.ExitCode);
        var lines = Lines("t.csv");
        Assert.InRange(lines.Length, after, 890);
        Assert.All(lines, line => Assert.Equal(15, line.Split(',').Length));
        Assert.EndsWith("\n", File.ReadAllText(_folder.File("t.csv")), StringComparison.Ordinal);
        var frames = int.Parse(lines[^1].Split(',')[1], CultureInfo.InvariantCulture) + 1;
        // A killed process leaves what the encoder has handed over.
        Assert.InRange(FramesOf($"r.{ending}"), signal == 9 ? after / 4 : frames, frames + 1);
        Assert.Equal(signal != 9, File.Exists(_folder.File("t.html")));
    }

    [Fact]
    public void Should_Keep_What_Was_Read_Of_A_Truncated_Video()
    {
        Video("whole.avi", 60);
        var bytes = File.ReadAllBytes(_folder.File("whole.avi"));
        File.WriteAllBytes(_folder.File("cut.avi"), bytes[..(bytes.Length * 6 / 10)]);

        var result = Command.Emotion(_folder.Path, "camera", "--input", "cut.avi", "--headless", "--csv", "t.csv", "--record", "r.mkv");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"emotion: cut\.avi ends after \d+ of 60 frames: it is damaged or cut off$", result.Error);
        Assert.InRange(Lines("t.csv").Length, 20, 45);
        Assert.InRange(FramesOf("r.mkv"), 20, 45);
        Assert.True(File.Exists(_folder.File("t.html")));
    }

    [Theory]
    [InlineData("camera 97: there is no /dev/video97", "--device", "97", "--headless")]
    [InlineData("camera 96: there is no /dev/video96", "--headless")]
    [InlineData("nowhere.mp4: no such file; --input must be a video, or an address such as rtsp://…", "--input", "nowhere.mp4", "--headless")]
    [InlineData("there is no display for the window (DISPLAY is not set); --headless works without a window", "--device", "97")]
    [InlineData("--device and --input are both given; pictures come from a camera or from a video", "--device", "1", "--input", "a.avi")]
    [InlineData("--input, --record and --csv name the same file twice; each needs its own", "--input", "a.avi", "--record", "a.avi")]
    [InlineData("the recording is 'a.gif'; its name must end in one of .avi, .mkv, .mp4", "--record", "a.gif")]
    [InlineData("text/a.avi cannot be written: ", "--record", "text/a.avi")]
    [InlineData("text/a.csv cannot be written: ", "--csv", "text/a.csv")]
    [InlineData("the whole picture is searched every 0 frames; it must be at least 1", "--search-every", "0", "--headless")]
    [InlineData("weights.safetensors: no such file; MODEL_PATH must name the .safetensors file of a trained network", "--headless", "--search-every", "2")]
    public void Should_Say_What_Is_Right_And_Exit_With_2(string message, params string[] options)
    {
        File.WriteAllText(_folder.File("text"), "");
        (string, string)[] environment = message.StartsWith("weights", StringComparison.Ordinal)
            ? [("MODEL_PATH", "weights.safetensors")]
            : [("DISPLAY", ""), ("DEVICE_ID", "96")];

        var result = Command.Emotion(_folder.Path, environment, ["camera", .. options]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"emotion: {message}", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Video(string name, int frames) => new SampleVideo(
        320, 240, 15, new SampleActor(3, 160, t => new FacePoint(150 + 20 * Math.Sin(t), 120), _ => Emotion.Happy)).Write(_folder.File(name), frames);

    private string[] Lines(string name)
    {
        using var reader = new StreamReader(new FileStream(_folder.File(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private int FramesOf(string name)
    {
        using var source = VideoSource.OpenInput(_folder.File(name));
        var count = 0;
        while (source.Read() is { } frame)
        {
            frame.Dispose();
            count++;
        }

        return count;
    }
}
