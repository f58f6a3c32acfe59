namespace EmotionNotebooks.Cli.Tests;

[Trait("Needs", "Libtorch")]
public sealed class ReproduceTests : IDisposable
{
    private static readonly string[] Short = ["--samples", "200", "--epochs", "nine-conv=1", "--epochs", "1"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Train_Each_Once_And_Fill_The_Table()
    {
        var into = _folder.File("README.md");
        File.WriteAllText(into, "before\n<!-- emotion reproduce -->\nold\n<!-- /emotion reproduce -->\nafter\n");
        string[] arguments = ["reproduce", "four-conv-dense", "nine-conv", .. Short, "--out", _folder.File("runs"), "--into", into];

        var first = Command.Emotion(_folder.Path, arguments);
        var again = Command.Emotion(_folder.Path, arguments);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(2, again.Output.Split("finished before:").Length - 1);
        var text = File.ReadAllText(into);
        Assert.StartsWith("before\n<!-- emotion reproduce -->\n| network |", text, StringComparison.Ordinal);
        Assert.EndsWith("|\n<!-- /emotion reproduce -->\nafter\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("old", text, StringComparison.Ordinal);
        var row = text.Split('\n').Single(line => line.StartsWith("| nine-conv |", StringComparison.Ordinal));
        Assert.Contains("1 epochs at most", row, StringComparison.Ordinal);
        Assert.Contains("0.5804", row, StringComparison.Ordinal); // the published figure
        Assert.Equal(2, row.Split("95% interval").Length - 1); // ours: validation and held out
        Assert.True(File.Exists(_folder.File("runs/four-conv-dense-published-changed/best.safetensors")));
    }

    [Fact]
    public void Should_Refuse_Before_It_Trains()
    {
        var file = _folder.File("plain.md");
        File.WriteAllText(file, "no markers");

        Refused("lacks the lines", ["reproduce", .. Short, "--into", file]);
        Refused("there is no recipe 'published' for small-vgg", ["reproduce", "small-vgg", .. Short]);
        Refused("it must be one of published, common, both", ["reproduce", "--recipe", "best", .. Short]);
        Refused("--epochs is 'nine-conv=0'", ["reproduce", "--samples", "200", "--epochs", "nine-conv=0"]);
        Refused("there is no network 'ten-conv'", ["reproduce", "--samples", "200", "--epochs", "ten-conv=1"]);
        Assert.False(Directory.Exists(_folder.File("artifacts")));
    }

    [Fact]
    public void Should_Take_The_Published_Variables_When_The_Options_Are_Not_Given()
    {
        var run = _folder.File("run");
        (string, string)[] environment = [("EPOCHS", "1"), ("patience", "3"), ("MODEL_EXPORT_PATH", run), ("DATASET", "/no/such/folder"), ("OPTIMISE", "1")];

        var refused = Command.Emotion(_folder.Path, environment, "train", "--model", "vgg-dropout");
        var other = Command.Emotion(_folder.Path, environment, "train", "--model", "small-vgg", "--samples", "200", "--epochs", "2");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("/no/such/folder: no such file", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--patience 3 (from patience)", refused.Output, StringComparison.Ordinal);
        Assert.Contains("OPTIMISE is about exports", refused.Output, StringComparison.Ordinal);
        Assert.True(other.ExitCode == 0, other.Error);
        Assert.DoesNotContain("(from ", other.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run));
    }

    public void Dispose() => _folder.Dispose();

    private void Refused(string why, params string[] arguments)
    {
        var refused = Command.Emotion(_folder.Path, arguments);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(why, refused.Error, StringComparison.Ordinal);
    }
}
