namespace EmotionNotebooks.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_List_The_Commands_Without_Loading_Native_Code()
    {
        // An engine that can't be found would stop anything that loads it.
        var result = Command.Emotion(_folder.Path, [("EMOTION_NATIVE", _folder.Path)], "--help");

        Assert.Equal(0, result.ExitCode);
        foreach (var command in new[] { "train", "evaluate", "compare", "predict", "camera", "explain", "models", "data" })
        {
            Assert.Contains($"  {command}", result.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("train", "--model", "--recipe", "--data", "--epochs", "--augment", "--precision", "--deterministic", "--resume", "--averaging", "--tensorboard", "--png")]
    [InlineData("evaluate", "<weights>", "--data", "--final", "--json", "--html", "--device")]
    [InlineData("compare", "<weights>", "--data", "--votes", "--html", "--device")]
    [InlineData("camera", "--device", "--input", "--model", "--record", "--csv", "--headless", "--smooth", "--search-every", "--compute")]
    [InlineData("predict", "<pictures>", "--model", "--json", "--csv", "--annotate", "--resume", "--face", "--detector", "--mirror", "--uncertain-below")]
    [InlineData("explain", "<weights>", "--data", "--face", "--class", "--wrong", "--picture", "--count", "--why", "--layer", "--out", "--json")]
    [InlineData("export", "<weights>", "--to", "--no-optimise", "--out", "--data", "--votes")]
    [InlineData("find-lr", "--model", "--data", "--from", "--to", "--steps", "--out", "--png")]
    [InlineData("reproduce", "<networks>", "--recipe", "--epochs", "--out", "--into", "--data")]
    [InlineData("data info", "--data", "--samples")]
    [InlineData("data preview", "--out", "--data", "--augment", "--seed")]
    [InlineData("data download", "--to", "--dataset", "KAGGLE_USERNAME")]
    [InlineData("data audit", "--out", "--similarity", "--votes", "--data")]
    [InlineData("kernel install", "--name", "--prefix", "--display-name", "--replace")]
    [InlineData("kernel uninstall", "--name", "--prefix")]
    [InlineData("kernel run", "<file>")]
    [InlineData("serve", "--port", "--host", "--api-key", "EMOTION_API_KEY", "--model", "MODEL_PATH", "--threads", "--rate", "--max-in-flight", "--max-body")]
    [InlineData("models", "<name>")]
    public void Should_Describe_Every_Option(string command, params string[] options)
    {
        var result = Command.Emotion(_folder.Path, [("EMOTION_NATIVE", _folder.Path)], [.. command.Split(' '), "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.All(options, option => Assert.Contains(option, result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--help", "fly")]
    [InlineData("train --help", "train", "--fly")]
    [InlineData("train --help", "train", "--epochs", "many")]
    [InlineData("evaluate --help", "evaluate")]
    [InlineData("data --help", "data")]
    public void Should_Point_To_Help_And_Exit_With_2_When_The_Words_Are_Wrong(string help, params string[] arguments)
    {
        var result = Command.Emotion(_folder.Path, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"'emotion {help}' lists what there is", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void Should_Name_The_Command_To_Run_In_One_Line_When_The_Engine_Is_Missing()
    {
        Assert.SkipUnless(Stack.IsSystem, "only the system stack has an engine that can be missing (Needs=SystemStack)");
        var result = Command.Emotion(_folder.Path, [("EMOTION_NATIVE", _folder.Path)], "models");

        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Error.Split('\n'));
        Assert.Contains("./emotion setup torch", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
