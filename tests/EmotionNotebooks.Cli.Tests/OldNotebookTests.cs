using System.Text.Json.Nodes;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>Notebooks in the style that people wrote for .NET Interactive, run unchanged.</summary>
[Trait("Needs", "SystemStack")]
[Collection(NotebookRuns.Name)]
public sealed class OldNotebookTests : IDisposable
{
    private static readonly string Fixtures = Path.Combine(Command.Root, "tests", "fixtures", "notebooks");

    private readonly TemporaryFolder _folder = new();

    /// <summary>The text of the last output of each notebook's last cell, or a part of it.</summary>
    public static TheoryData<string, string> Notebooks => new()
    {
        { "01-first-steps", "HELLO, ADA" },
        { "02-types-and-linq", "Blue" },
        { "03-async", "Wall time" },
        { "04-display", "the last value" },
        { "05-formatters", "95" },
        { "06-pocket-view", "a link" },
        { "07-magics", "#!lsmagic" },
        { "08-packages", "15" },
        { "09-import-and-load", "DONE!" },
        { "10-charts", "squares" },
        { "12-everything-else", "on purpose" },
    };

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Should_Run_Unchanged(string name, string last)
    {
        Assert.SkipUnless(Stack.IsSystem, "Needs=SystemStack: packages would come from the network");

        var run = Command.Emotion(_folder.Path, "notebooks", Path.Combine(Fixtures, $"{name}.ipynb"), "--out", _folder.Path, "--to", "ipynb");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var cells = JsonNode.Parse(File.ReadAllText(_folder.File($"{name}.ipynb")))!["cells"]!.AsArray();
        var outputs = cells[^1]!["outputs"]!.AsArray();
        Assert.NotEmpty(outputs);
        Assert.Contains(last, outputs[^1]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Ask_When_Somebody_Is_There()
    {
        Assert.SkipUnless(Stack.IsSystem, "Needs=SystemStack: it takes Debian's Jupyter");
        var install = Command.Emotion(_folder.Path, "kernel", "install", "--prefix", _folder.Path);
        Assert.True(install.ExitCode == 0, install.Error);

        var run = Command.Run(
            _folder.Path, [("JUPYTER_PATH", _folder.File("share/jupyter"))],
            "/usr/bin/python3", Path.Combine(Fixtures, "answer.py"), Path.Combine(Fixtures, "11-input.ipynb"), "Ada", "xyzzy", "a line");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(["asked 'What is your name?'", "Hello, Ada", "asked 'And the word?' in secret", "5", "asked ''", "a line"], run.Output.Split('\n').Select(line => line.Trim()));
    }

    [Fact]
    public void Should_Name_Notebook_Cell_And_Error_When_A_Cell_Fails()
    {
        var path = _folder.File("broken.ipynb");
        File.WriteAllText(_folder.File("broken.dib"), "#!csharp\n\nvar x = 1;\n\n#!csharp\n\nx / (x - 1)\n\n#!csharp\n\nx\n");
        Assert.Equal(0, Command.Emotion(_folder.Path, "convert", _folder.File("broken.dib")).ExitCode);

        var run = Command.Emotion(_folder.Path, "notebooks", path, "--out", _folder.File("out"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("broken, code cell 2: DivideByZeroException: Attempted to divide by zero.", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("out/broken.html")), "what was shown until then is kept");
    }

    [Fact]
    public void Should_Refuse_What_It_Does_Not_Know()
    {
        var unknown = Command.Emotion(_folder.Path, "notebooks", "99-nothing");
        var form = Command.Emotion(_folder.Path, "notebooks", "--to", "pdf");
        var data = Command.Emotion(_folder.Path, "notebooks", "--data", "missing.csv");

        Assert.Equal((2, 2, 2), (unknown.ExitCode, form.ExitCode, data.ExitCode));
        Assert.Contains("there is no notebook '99-nothing'; there are: 01-meet-the-data", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("--to is 'pdf'; it must be ipynb, html, or both", form.Error, StringComparison.Ordinal);
        Assert.Contains("missing.csv: no such file or folder", data.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
