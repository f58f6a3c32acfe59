namespace EmotionNotebooks.Notebooks.Tests;

public sealed class NotebookFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void Should_Read_A_Script_As_One_Cell()
    {
        var path = Path.Combine(_folder, "a.csx");
        File.WriteAllText(path, "var x = 1;\r\nx");

        Assert.Equal(new NotebookCell("csharp", "var x = 1;\nx"), Assert.Single(NotebookFile.Load(path).Cells));
    }

    [Fact]
    public void Should_Say_What_It_Reads_When_It_Cannot()
    {
        var path = Path.Combine(_folder, "a.txt");
        Assert.Contains("no such file", Assert.Throws<NotebookException>(() => NotebookFile.Load(path)).Message, StringComparison.Ordinal);

        File.WriteAllText(path, "x");
        Assert.Contains("its extension is '.txt'; expected .ipynb, .dib, .csx or .cs", Assert.Throws<NotebookException>(() => NotebookFile.Load(path)).Message, StringComparison.Ordinal);
        Assert.Contains("expected .ipynb or .dib", Assert.Throws<NotebookException>(() => NotebookFile.Format(new([]), "a.cs")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
