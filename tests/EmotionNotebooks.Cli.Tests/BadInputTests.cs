namespace EmotionNotebooks.Cli.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("there is no network 'nine'; there are: nine-conv, three-block, four-conv-dense, vgg-dropout, five-block, fer-resnet, small-vgg", "--model", "nine")]
    [InlineData("there is no recipe 'best' for four-conv-dense; there are: common, published", "--recipe", "best")]
    [InlineData("Epochs is 0; it must be at least 1", "--epochs", "0")]
    [InlineData("BatchSize is 1; it must be at least 2", "--batch-size", "1")]
    [InlineData("LearningRate is -1; it must be above 0", "--learning-rate", "-1")]
    [InlineData("--optimizer is 'rms'; it must be one of sgd, adam, adamw", "--optimizer", "rms")]
    [InlineData("--schedule is 'up'; it must be one of constant, step, exponential, decay, plateau, cosine, onecycle", "--schedule", "up")]
    [InlineData("augmentation rotation is 'ten'; it must be a number", "--augment", "flip=0.5,rotation=ten")]
    [InlineData("Mixup is 0.001; it must be 0, or from 0.01 to 100", "--augment", "mixup=0.001")]
    [InlineData("--precision is 'fp8'; it must be one of auto, fp32, bf16", "--precision", "fp8")]
    [InlineData("Device is tpu; it must be auto, cpu, cuda, or cuda:N", "--device", "tpu")]
    [InlineData("--samples is 5; it must be from 100 to 500000", "--samples", "5")]
    public void Should_Say_What_Is_Right_And_Exit_With_2_When_An_Option_Is_Wrong(string message, params string[] options)
    {
        var result = Command.Emotion(_folder.Path, ["train", .. options]);

        Assert.Equal((2, $"emotion: {message}", ""), (result.ExitCode, result.Error, result.Output));
    }

    [Fact]
    public void Should_Name_The_Whole_Command_When_It_Points_To_The_Help()
    {
        var result = Command.Emotion(Path.GetTempPath(), "data", "convert");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'emotion data convert --help' lists what there is", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Name_The_Path_When_It_Is_Not_There()
    {
        var path = _folder.File("nowhere.csv");

        var result = Command.Emotion(_folder.Path, "train", "--data", path);

        Assert.Equal(2, result.ExitCode);
        Assert.Single(result.Error.Split('\n'));
        Assert.Contains(path, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emotion,pixels,Usage\n3,1 2 3,Training\n", "pixels")]
    [InlineData("emotion,pixels,Usage\n9,{face},Training\n", "9")]
    [InlineData("emotion,pixels,Usage\n3,{face},Elsewhere\n", "Elsewhere")]
    [InlineData("a,b\n1,2\n", "emotion")]
    public void Should_Name_File_And_Row_When_The_Csv_Is_Malformed(string content, string found)
    {
        var path = _folder.File("bad.csv");
        File.WriteAllText(path, content.Replace("{face}", string.Join(' ', Enumerable.Repeat("7", 2304)), StringComparison.Ordinal));

        var result = Command.Emotion(_folder.Path, "data", "info", "--data", path);

        Assert.Equal(2, result.ExitCode);
        Assert.Single(result.Error.Split('\n'));
        Assert.Contains(path, result.Error, StringComparison.Ordinal);
        Assert.Contains(found, result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Theory]
    [InlineData(null, "no such file")]
    [InlineData("not weights at all", "is no whole safetensors file")]
    public void Should_Say_What_Is_Wrong_When_Weights_Are(string? content, string what)
    {
        var path = _folder.File("net.safetensors");
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        var result = Command.Emotion(_folder.Path, "evaluate", path, "--samples", "200");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"emotion: {path}", result.Error, StringComparison.Ordinal);
        Assert.Contains(what, result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
