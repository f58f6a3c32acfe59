using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>The lessons: as they are committed, and as they run.</summary>
[Collection(NotebookRuns.Name)]
public sealed partial class LessonTests : IDisposable
{
    private const int MostBytes = 1_000_000;
    private const int MostLines = 20;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Lessons => [.. Directory.GetFiles(Path.Combine(Command.Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Should_Be_Six() => Assert.Equal(6, Lessons.Count);

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Should_Be_Committed_Small_With_Pictures_And_Without_Scripts(string name)
    {
        var path = Path.Combine(Command.Root, "notebooks", name);
        var text = File.ReadAllText(path);

        Assert.True(new FileInfo(path).Length < MostBytes, $"{new FileInfo(path).Length} bytes");
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Command.Root + "/", text, StringComparison.Ordinal);
        var code = Cells(path).Where(cell => (string)cell["cell_type"]! == "code").ToArray();
        Assert.All(code, cell => Assert.NotNull((int?)cell["execution_count"]));
        Assert.DoesNotContain(code, cell => cell["outputs"]!.AsArray().Any(output => (string)output!["output_type"]! == "error"));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Should_Follow_The_Template(string name)
    {
        var cells = Cells(Path.Combine(Command.Root, "notebooks", name));
        var markdown = string.Join("\n", cells.Where(cell => (string)cell["cell_type"]! == "markdown").Select(Source));
        var code = cells.Where(cell => (string)cell["cell_type"]! == "code").Select(Source).ToArray();

        Assert.Single(Heading().Matches(markdown).Cast<Match>());
        Assert.InRange(Goal().Count(markdown.Split("**Time")[0]), 3, 5);
        string[] parts = ["**Goals**", "**Time and hardware:**", "## Summary", "**Questions.**", "**Exercises.**", "**References.**"];
        Assert.All(parts, part => Assert.Contains(part, markdown, StringComparison.Ordinal));
        Assert.Contains("Lesson.Begin()", code[0], StringComparison.Ordinal);
        Assert.All(code.Skip(1), text => Assert.DoesNotContain("#r ", text, StringComparison.Ordinal));
        Assert.All(code.Skip(1), text => Assert.True(text.Split('\n').Length <= MostLines, text));
    }

    /// <summary>Its own run, static charts and all, shows what is committed; and its page needs nothing from elsewhere.</summary>
    [Theory]
    [Trait("Needs", "Browser")]
    [MemberData(nameof(Lessons))]
    public void Should_Show_What_It_Showed_When_It_Runs_Again(string name)
    {
        var run = Command.Emotion(
            _folder.Path,
            [("EMOTION_STATIC_CHARTS", "1"), ("EMOTION_ARTIFACTS", _folder.File("made"))],
            "notebooks", Path.Combine(Command.Root, "notebooks", name), "--out", _folder.File("out"));

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var again = JsonNode.Parse(File.ReadAllText(_folder.File($"out/{name}")))!;
        Assert.Empty(NotebookComparison.Differences(JsonNode.Parse(File.ReadAllText(Path.Combine(Command.Root, "notebooks", name)))!, again));
        var page = File.ReadAllText(_folder.File($"out/{Path.ChangeExtension(name, ".html")}"));
        Assert.DoesNotMatch(Foreign(), page);
    }

    /// <summary>As in VS Code and JupyterLab: the kernel lies in Jupyter's folders, not in the repository.</summary>
    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_Run_In_An_Installed_Kernel()
    {
        Assert.SkipUnless(Stack.IsSystem, "Needs=SystemStack: it takes Debian's Jupyter");
        Assert.Equal(0, Command.Emotion(_folder.Path, "kernel", "install", "--prefix", _folder.Path).ExitCode);

        var run = Command.Run(
            Path.Combine(Command.Root, "notebooks"),
            [("JUPYTER_PATH", _folder.File("share/jupyter")), ("EMOTION_ARTIFACTS", _folder.File("made"))],
            "/usr/bin/python3", "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", _folder.File("out"), "01-meet-the-data.ipynb");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("Plotly.newPlot", File.ReadAllText(_folder.File("out/01-meet-the-data.ipynb")), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static JsonNode[] Cells(string path) => [.. JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray().Select(cell => cell!)];

    private static string Source(JsonNode cell) => string.Concat(cell["source"]!.AsArray().Select(line => (string)line!));

    [GeneratedRegex("^# ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^- ", RegexOptions.Multiline)]
    private static partial Regex Goal();

    [GeneratedRegex("""<(script|link|img)[^>]*\s(src|href)\s*=\s*["'](https?:|//|file:)""", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
