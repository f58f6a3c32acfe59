namespace EmotionNotebooks.Cli.Tests;

[Trait("Needs", "Libtorch")]
public sealed class DataPreviewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Draw_A_Row_For_Each_Class_Or_For_Each_Operation()
    {
        var (classes, plain) = Draw();
        var (sameClasses, augmented) = Draw("--augment", "flip=0.5,rotation=10,mixup=0.4", "--seed", "2");
        var (operations, _) = Draw("--augment", "all");

        Assert.NotEqual(plain, augmented);
        // Rows of 98 pixels: seven classes; the originals and fifteen operations.
        Assert.Equal(((7 * 98) + 2, (7 * 98) + 2, (16 * 98) + 2), (classes, sameClasses, operations));
    }

    [Fact]
    public void Should_List_The_Names_When_One_Is_Unknown()
    {
        var result = Command.Emotion(_folder.Path, "data", "preview", "--augment", "turn=3");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("emotion: there is no augmentation 'turn'; there are: flip, vertical-flip, rotation,", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    public void Dispose() => _folder.Dispose();

    private (int Height, byte[] Bytes) Draw(params string[] options)
    {
        var path = _folder.File("sheet.png");
        var result = Command.Emotion(_folder.Path, ["data", "preview", "--samples", "100", "--out", path, .. options]);

        Assert.True(result.ExitCode == 0, result.Error);
        var png = File.ReadAllBytes(path);
        return ((png[22] << 8) | png[23], png); // the height in the header's chunk, big-endian
    }
}
