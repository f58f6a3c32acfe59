using EmotionNotebooks.Kernel.Execution;

namespace EmotionNotebooks.Kernel.Tests.Execution.Completion;

public sealed class IsCompleteTests : IDisposable
{
    private readonly Notebook _notebook = new(new InterpreterOptions { WarmUp = false });

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("// a remark")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("unknown.Name")] // its grammar is right
    [InlineData("foreach (var i in new[] { 1 }) { }")]
    [InlineData("if (x) { } else { }")]
    [InlineData("#!markdown\n(")]
    [InlineData("#r \"nuget: Some, 1.0\"")]
    [InlineData("#!time\n1 + 1")]
    [InlineData("1\n#!csharp\n2")]
    [InlineData("await Task.Delay(1);")]
    [InlineData("class A { }")]
    [InlineData("var text = \"\"\"\n{\n\"\"\";")]
    public void Should_BeComplete(string code) => Assert.Equal(new Completeness(CompletenessStatus.Complete), _notebook.Interpreter.IsComplete(code));

    [Theory]
    [InlineData("Console.WriteLine(\"a\"")]
    [InlineData("Console.WriteLine(")]
    [InlineData("if (x)\n")]
    [InlineData("if (x) { } else")]
    [InlineData("foreach (var i in new[] { 1 })\n{", "    ")]
    [InlineData("class A\n{\n    void F()\n    {\n", "        ")]
    [InlineData("class A\n{\n    int x;", "    ")]
    [InlineData("string Name(")]
    [InlineData("var text = \"\"\"")]
    [InlineData("var text = $\"\"\"\n{x}\n")]
    [InlineData("var text = @\"a")]
    [InlineData("/* and")]
    [InlineData("1 +")]
    [InlineData("int x =")]
    [InlineData("var x = new[] { 1,")]
    [InlineData("try { }")]
    [InlineData("do { }")]
    [InlineData("numbers.Select(x => {", "    ")]
    [InlineData("#!time\nConsole.WriteLine(")]
    [InlineData("numbers.")]
    [InlineData("public")]
    [InlineData("var day = x switch {", "    ")]
    public void Should_BeIncomplete(string code, string indent = "") =>
        Assert.Equal(new Completeness(CompletenessStatus.Incomplete, indent), _notebook.Interpreter.IsComplete(code));

    [Theory]
    [InlineData("int x = ;")]
    [InlineData("1 +* 2)")]
    [InlineData("}")]
    [InlineData("class { 1 }")]
    [InlineData("int x = ;\nif (x) {")] // no more lines make it right
    [InlineData("foreach (\n#!csharp\n1")]
    [InlineData("F(1, ;")]
    public void Should_BeInvalid(string code) => Assert.Equal(new Completeness(CompletenessStatus.Invalid), _notebook.Interpreter.IsComplete(code));

    public void Dispose() => _notebook.Dispose();
}
