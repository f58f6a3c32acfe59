using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Tests.Execution.Completion;

[Collection(SampleNotebook.Name)]
public sealed class InspectTests(SampleNotebook notebook)
{
    [Theory]
    [InlineData("numb|ers", "List<int> numbers\n\n[ 3, 1, 2 ]")]
    [InlineData("numbers|", "List<int> numbers")]
    [InlineData("Console.WriteLine|", "void Console.WriteLine()")]
    [InlineData("Console.Wri|teLine(1)", "void Console.WriteLine(int value)")] // the one that is called, first
    [InlineData("numbers.Insert(|", "void List<int>.Insert(int index, int item)")]
    [InlineData("numbers.Insert(1, |)", "void List<int>.Insert(int index, int item)")]
    [InlineData("numbers.Insert(numbers.Count, \"tex|t\")", "void List<int>.Insert(int index, int item)")]
    [InlineData("new Box(|", "Box(int Width, int Height)")]
    [InlineData("Box|", "record Box")]
    [InlineData("var lo|cal = 1.5;", "double local")]
    [InlineData("day|", "DayOfWeek day\n\nFriday")]
    [InlineData("nothing|", "int? nothing\n\n<null>")]
    [InlineData("va|r x = 1;", "readonly struct System.Int32")]
    [InlineData("System.Te|xt", "namespace System.Text")]
    [InlineData("#!mark|down", "what follows is text for people")]
    public void Should_SayWhatItIs(string code, string start) => Assert.StartsWith(start, Plain(code), StringComparison.Ordinal);

    [Theory]
    [InlineData("|")]
    [InlineData("noSuch|Name")]
    [InlineData("// numb|ers")]
    [InlineData("\"numb|ers\"")]
    [InlineData("1 + |1")]
    [InlineData("#!markdown\nnumb|ers")]
    public void Should_SayNothing_When_NothingIsKnown(string code) => Assert.Null(Inspect(code, detailed: true));

    [Theory]
    [InlineData("AddUp|", "Adds first to second.")] // written in a cell
    [InlineData("AddUp|", "second: The other.")]
    [InlineData("clear_output|", "Removes what the cell has shown.")] // beside a DLL
    public void Should_ShowDocumentation(string code, string text) => Assert.Contains(text, Plain(code), StringComparison.Ordinal);

    [Theory]
    [InlineData("string.Jo|in", "Concatenates", "Returns:")]
    [InlineData("\"a\".Subst|ring(1)", "Retrieves a substring from this instance", "startIndex: ")]
    public void Should_ShowTheFrameworksDocumentation_When_ThereIsAnSdk(string code, string summary, string more)
    {
        Assert.SkipUnless(HasReferencePack(), "this .NET has no reference pack");
        var text = Plain(code);

        Assert.Contains(summary, text, StringComparison.Ordinal);
        Assert.Contains(more, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_ShowAllOverloads_When_Detailed()
    {
        var few = Inspect("Console.WriteLine|", detailed: false)!.Data["text/plain"];
        var all = Inspect("Console.WriteLine|", detailed: true)!.Data["text/plain"];

        Assert.Contains("more overloads", few, StringComparison.Ordinal);
        Assert.DoesNotContain("more overloads", all, StringComparison.Ordinal);
        Assert.Contains("void Console.WriteLine(string format, params object?[]? arg)", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_CutAValue_When_ItIsLong()
    {
        await notebook.Notebook.ValueAsync("var longText = new string('x', 100_000); var lines = string.Concat(Enumerable.Repeat(\"line\\n\", 50));");

        Assert.InRange(Plain("longText|").Length, 100, 1200);
        Assert.EndsWith("… and 40 more lines", Plain("lines|"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_SayIt_When_AValueCannotBeShown()
    {
        await notebook.Notebook.ValueAsync("class Bad { public override string ToString() => throw new InvalidOperationException(\"no text\"); public int X => throw new InvalidOperationException(\"no X\"); } var bad = new Bad();");

        Assert.StartsWith("Bad bad", Plain("bad|"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_AnswerInThePager_When_ACellAsks()
    {
        foreach (var question in (string[])["Math?", "?Math", " Math?? "])
        {
            var result = await notebook.Notebook.RunAsync(question);
            Assert.Equal((null, null), (result.Value, result.Error));
            Assert.StartsWith("class System.Math", result.Pager?.Data["text/plain"], StringComparison.Ordinal);
        }

        Assert.Equal("noSuchName: nothing is known of this name", (await notebook.Notebook.RunAsync("noSuchName?")).Pager?.Data["text/plain"]);
    }

    [Fact]
    public void Should_EscapeHtml()
    {
        var html = Inspect("numbers|", detailed: true)!.Data["text/html"];

        Assert.Contains("List&lt;int&gt; numbers", html, StringComparison.Ordinal);
    }

    private MimeBundle? Inspect(string code, bool detailed)
    {
        var place = code.IndexOf('|', StringComparison.Ordinal);
        return notebook.Interpreter.Inspect(code.Remove(place, 1), place, detailed);
    }

    private string Plain(string code) => Inspect(code, detailed: true)!.Data["text/plain"];

    private static bool HasReferencePack() => Directory.Exists(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
}
