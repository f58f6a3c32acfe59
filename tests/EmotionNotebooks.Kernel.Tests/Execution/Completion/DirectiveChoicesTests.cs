using EmotionNotebooks.Kernel.Execution.Completion;

namespace EmotionNotebooks.Kernel.Tests.Execution.Completion;

public sealed class DirectiveChoicesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emotion-completion");
    private readonly DirectiveChoices _choices;

    public DirectiveChoicesTests()
    {
        _choices = new DirectiveChoices([], _folder.FullName);
        string[] files = ["Alpha.dll", "alps.dll", "notes.txt", "other.ipynb", "tools.csx", ".hidden.dll", "sub/Inner.dll", "sub/inner.csproj"];
        foreach (var file in files)
        {
            var path = Path.Combine(_folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
    }

    [Theory]
    [InlineData("#r \"", 4, "nuget: |project: |Alpha.dll|alps.dll|sub/")]
    [InlineData("#r \"nug", 4, "nuget: ")]
    [InlineData("#r \"Al", 4, "Alpha.dll|alps.dll")] // exact case first
    [InlineData("#r \"al", 4, "alps.dll|Alpha.dll")]
    [InlineData("#r \"s", 4, "sub/")]
    [InlineData("#r \"sub/", 8, "Inner.dll")]
    [InlineData("#r \"./sub/in", 10, "Inner.dll")]
    [InlineData("#r \".hid", 4, ".hidden.dll")]
    [InlineData("#r \"project: sub/", 17, "inner.csproj")]
    [InlineData("#r \"nuget: ", 11, "")]
    [InlineData("#r \"no-such-folder/", 19, "")]
    [InlineData("#r \"Alpha.dll\"", 14, "")]
    [InlineData("#r ", 3, "")]
    [InlineData("#i \"", 4, "nuget: ")]
    [InlineData("#load \"t", 7, "tools.csx")]
    [InlineData("#!import ", 9, "other.ipynb|tools.csx|sub/")]
    [InlineData("  #!import ot", 11, "other.ipynb")]
    [InlineData("#!mark", 0, "#!markdown")]
    public void Should_NameWhatFits(string line, int start, string texts)
    {
        var list = _choices.Complete(line, line.Length)!;

        Assert.Equal(texts.Split('|', StringSplitOptions.RemoveEmptyEntries), list.Items.Select(it => it.Text));
        Assert.Equal((start, line.Length), (list.Start, list.End));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
