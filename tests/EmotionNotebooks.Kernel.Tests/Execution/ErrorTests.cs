using System.Text.RegularExpressions;

namespace EmotionNotebooks.Kernel.Tests.Execution;

public sealed partial class ErrorTests : IDisposable
{
    private readonly Notebook _notebook = new();

    [Fact]
    public async Task Should_PointAtThePlace_When_ACellIsNoCSharp()
    {
        var error = await _notebook.ErrorAsync("var a = 1;\nvar b = a + c;\nint d = \"x\";");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal("Cell [1], line 2, column 13: CS0103: The name 'c' does not exist in the current context", error.Message);
        Assert.Equal(
        [
            "Cell [1], line 2, column 13: CS0103: The name 'c' does not exist in the current context",
            "    var b = a + c;",
            "                ^",
            "Cell [1], line 3, column 9: CS0029: Cannot implicitly convert type 'string' to 'int'",
            "    int d = \"x\";",
            "            ^~~",
        ], Plain(error.Traceback));
    }

    [Fact]
    public async Task Should_CountLinesFromTheCellsFirst_When_AMagicStandsBeforeTheCode()
    {
        var error = await _notebook.ErrorAsync("#!csharp\n\nnope");
        Assert.StartsWith("Cell [1], line 3, column 1: CS0103", error.Message);
    }

    [Fact]
    public async Task Should_ShowCellLineAndCalls_When_CodeThrows()
    {
        await _notebook.ValueAsync("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var error = await _notebook.ErrorAsync("var zero = 0;\n\nDivide(1, zero)");
        Assert.Equal("DivideByZeroException", error.Name);
        Assert.Equal("Attempted to divide by zero.", error.Message);
        Assert.Equal(
        [
            "DivideByZeroException: Attempted to divide by zero.",
            "Cell [1], line 3",
            "       1  int Divide(int a, int b)",
            "       2  {",
            "-->    3      return a / b;",
            "       4  }",
            "    at Divide(int, int) in Cell [1], line 3",
            "    at the cell in Cell [2], line 3",
        ], Plain(error.Traceback));
    }

    [Fact]
    public async Task Should_KeepToTheCell_When_TheFrameworkThrowsAfterAnAwait()
    {
        var error = await _notebook.ErrorAsync("await Task.Delay(1);\nasync Task<int> Read()\n{\n    await Task.Yield();\n    return int.Parse(\"x\");\n}\nawait Read()");
        Assert.Equal("FormatException", error.Name);
        var lines = Plain(error.Traceback);
        Assert.Contains("    at Read() in Cell [1], line 5", lines);
        Assert.Equal("    at the cell in Cell [1], line 7", lines[^1]);
        Assert.DoesNotContain(lines, it => it.Contains("EmotionNotebooks.Kernel") || it.Contains("MoveNext") || it.Contains("TaskAwaiter"));
    }

    [Fact]
    public async Task Should_NameTheCauses_When_ExceptionsAreNested()
    {
        var error = await _notebook.ErrorAsync("try { throw new InvalidOperationException(\"inner\"); } catch (Exception e) { throw new ArgumentException(\"outer\", e); }");
        Assert.Equal("ArgumentException", error.Name);
        Assert.Contains("caused by InvalidOperationException: inner", Plain(error.Traceback));
        var single = await _notebook.ErrorAsync("Task.Run(() => throw new NotSupportedException(\"alone\")).Wait();");
        Assert.Equal("NotSupportedException", single.Name);
    }

    [Fact]
    public async Task Should_NameWhatThereIs_When_AMagicIsUnknown()
    {
        var error = await _notebook.ErrorAsync("var x = 1;\n#!share --from fsharp y");
        Assert.Equal("DirectiveError", error.Name);
        Assert.Contains("#!share is not supported", error.Message);
        Assert.StartsWith("Cell [1], line 2", Plain(error.Traceback)[0]);
    }

    public void Dispose() => _notebook.Dispose();

    private static string[] Plain(IEnumerable<string> lines) => [.. lines.Select(it => Colour().Replace(it, ""))];

    [GeneratedRegex(@"\e\[\d+m")]
    private static partial Regex Colour();
}
