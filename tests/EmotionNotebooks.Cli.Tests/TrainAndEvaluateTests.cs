using System.Diagnostics;
using System.Text.Json;

namespace EmotionNotebooks.Cli.Tests;

[Trait("Needs", "Libtorch")]
public sealed class TrainAndEvaluateTests : IDisposable
{
    private static readonly string[] Tiny = ["--samples", "300", "--model", "small-vgg", "--seed", "4"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Leave_Weights_History_Record_And_Curves_When_It_Trained()
    {
        var run = _folder.File("run");
        var trained = Command.Emotion(_folder.Path, ["train", .. Tiny, "--epochs", "2", "--augment", "rotation=10,mixup=0.2", "--out", run]);

        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("flip=0.5,rotation=10,mixup=0.2", trained.Output, StringComparison.Ordinal);
        Assert.Contains("validation (PublicTest) accuracy", trained.Output, StringComparison.Ordinal);
        Assert.Contains("95% interval", trained.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                "best.safetensors", "curves.html", "history.csv", "history.json",
                "last-003-00000.optimizer.safetensors", "last-003-00000.weights.safetensors", "last.json", "run.json",
            ],
            Directory.GetFiles(run).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(3, File.ReadAllLines(Path.Combine(run, "history.csv")).Length);
        using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "run.json")));
        var options = record.RootElement.GetProperty("options");
        Assert.Equal(("small-vgg", "common"), (options.GetProperty("model").GetString(), options.GetProperty("recipe").GetString()));
        Assert.True(options.GetProperty("isChanged").GetBoolean());
        Assert.NotEqual(default, record.RootElement.GetProperty("ended").GetDateTime());
        Assert.Equal(4, options.GetProperty("seed").GetInt32());
        var augmentation = options.GetProperty("augmentation");
        Assert.Equal((0.5, 10, 0.2), (augmentation.GetProperty("horizontalFlip").GetDouble(),
            augmentation.GetProperty("rotation").GetDouble(), augmentation.GetProperty("mixup").GetDouble()));
        Assert.Equal("edge", augmentation.GetProperty("fill").GetString());
        Assert.Equal(64, record.RootElement.GetProperty("dataSha256").GetString()!.Length);
        Assert.Contains("PublicTest selects", record.RootElement.GetProperty("split").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Give_The_Same_Accuracy_When_The_Kept_Weights_Are_Evaluated()
    {
        var run = _folder.File("run");
        var trained = Command.Emotion(_folder.Path, ["train", .. Tiny, "--epochs", "1", "--out", run, "--precision", "fp32"]);

        var judged = Command.Emotion(
            _folder.Path, "evaluate", Path.Combine(run, "best.safetensors"), "--samples", "300", "--precision", "fp32");

        Assert.True(judged.ExitCode == 0, judged.Error);
        var expected = trained.Output.Split('\n').Single(line => line.StartsWith("validation (PublicTest) accuracy", StringComparison.Ordinal));
        Assert.Contains("PublicTest" + expected.Trim()["validation (PublicTest)".Length..], judged.Output, StringComparison.Ordinal);
        Assert.Contains("PublicTest of", judged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Report_Its_Own_Held_Out_Part_When_The_Recipe_Is_The_Published_One()
    {
        var run = _folder.File("run");

        var trained = Command.Emotion(
            _folder.Path, "train", "--samples", "200", "--recipe", "published", "--epochs", "1", "--out", run);

        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("PublicTest was in training", trained.Output, StringComparison.Ordinal);
        Assert.Contains("held-out test accuracy", trained.Output, StringComparison.Ordinal);
        Assert.Contains("n = ", File.ReadAllText(Path.Combine(run, "run.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Write_Down_That_The_Final_Exam_Was_Read_Each_Time()
    {
        var run = _folder.File("run");
        Command.Emotion(_folder.Path, ["train", .. Tiny, "--epochs", "1", "--out", run]);
        var weights = Path.Combine(run, "best.safetensors");

        for (var time = 1; time <= 2; time++)
        {
            var judged = Command.Emotion(_folder.Path, "evaluate", weights, "--samples", "300", "--final");

            Assert.True(judged.ExitCode == 0, judged.Error);
            Assert.Contains("PrivateTest accuracy", judged.Output, StringComparison.Ordinal);
            using var note = JsonDocument.Parse(File.ReadAllText(weights + ".final.json"));
            Assert.Equal(time, note.RootElement.GetArrayLength());
        }
    }

    [Fact]
    public void Should_Keep_What_Ended_And_Exit_With_130_When_It_Is_Interrupted()
    {
        var run = _folder.File("run");
        using var process = Command.Start(
            _folder.Path,
            [],
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "emotion.dll"), "train", .. Tiny, "--epochs", "5000", "--out", run]);
        var history = Path.Combine(run, "history.csv");
        var clock = Stopwatch.StartNew();
        while (!File.Exists(history) && !process.HasExited && clock.Elapsed < TimeSpan.FromMinutes(1))
        {
            Thread.Sleep(50);
        }

        Assert.Equal(0, Command.Run(_folder.Path, [], "kill", "-INT", process.Id.ToString()).ExitCode);

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "still running 30 s after SIGINT");
        Assert.Equal(130, process.ExitCode);
        Assert.True(File.ReadAllLines(history).Length >= 2);
        Assert.True(File.Exists(Path.Combine(run, "best.safetensors")));
        Assert.True(File.Exists(Path.Combine(run, "curves.html")));
        Assert.Empty(Directory.GetFiles(run, "*.tmp"));
    }

    public void Dispose() => _folder.Dispose();
}
