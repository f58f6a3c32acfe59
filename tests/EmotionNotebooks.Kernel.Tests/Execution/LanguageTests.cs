namespace EmotionNotebooks.Kernel.Tests.Execution;

public sealed class LanguageTests : IDisposable
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("40 + 2", "42")]
    [InlineData("var a = 40; a + 2", "42")]
    [InlineData("await Task.FromResult(42)", "42")]
    [InlineData("await Task.Delay(1); 42", "42")]
    [InlineData("int Twice(int x) => 2 * x; Twice(21)", "42")]
    [InlineData("record Point(int X, int Y); $\"{new Point(1, 2)}\"", "Point { X = 1, Y = 2 }")]
    [InlineData("static class Words { public static string Loud(this string it) => it.ToUpper(); }\n\"a\".Loud()", "A")]
    [InlineData("public static class More\n{\n    public static T Last<T>(this IList<T> it, int back = 1) where T : struct => it[^back];\n    static int x;\n}\nnew[] { 1, 2 }.Last() + More.Last(new[] { 3 })", "5")]
    [InlineData("static string Quiet(this string it) => it.ToLower(); \"A\".Quiet()", "a")]
    [InlineData("unsafe { int x = 41; int* p = &x; *p += 1; Console.Out.Flush(); }\nint y = 42; y", "42")]
    [InlineData("int[] some = [1, 2, 3]; some is [1, .. var rest] ? rest.Length : 0", "2")]
    [InlineData("string? text = null; text?.Length ?? 42", "42")]
    [InlineData("var big = int.MaxValue; big + 1", "-2147483648")]
    [InlineData("var q = from x in Enumerable.Range(1, 3) where x > 1 select x * 2; q.Sum()", "10")]
    [InlineData("new StringBuilder().Append('a').ToString()", "a")]
    [InlineData("async Task<int> F() { await Task.Delay(1); return 42; } F().Result", "42")]
    [InlineData("\"\"\"\n#r not a directive\n#!nor this\n\"\"\".Length", "29")]
    [InlineData("using System.Globalization; CultureInfo.InvariantCulture.Name.Length", "0")]
    public async Task Should_ShowTheValue_When_ACellEndsWithAnExpression(string code, string value) =>
        Assert.Equal(value, await _notebook.ValueAsync(code));

    [Theory]
    [InlineData("1 + 1;")]
    [InlineData("var x = 1;")]
    [InlineData("Console.Out.Flush()")]
    [InlineData("")]
    [InlineData("// nothing")]
    [InlineData("using System.IO;")]
    public async Task Should_ShowNothing_When_ACellEndsWithNoValue(string code)
    {
        if (code == "1 + 1;")
        {
            Assert.Equal("CompilationError", (await _notebook.ErrorAsync(code)).Name);
            return;
        }

        Assert.Null(await _notebook.ValueAsync(code));
    }

    [Fact]
    public async Task Should_KeepState_When_CellsFollowEachOther()
    {
        await _notebook.ValueAsync("var x = 1; int Add(int y) => x + y; record Box(int V);");
        await _notebook.ValueAsync("using System.Globalization;");
        await _notebook.ValueAsync("x = 10;");
        Assert.Equal("15", await _notebook.ValueAsync("Add(5)"));
        Assert.Equal("Box { V = 3 }", await _notebook.ValueAsync("$\"{new Box(3)}\""));
        Assert.Equal("", await _notebook.ValueAsync("CultureInfo.InvariantCulture.Name"));
    }

    [Fact]
    public async Task Should_TakeTheNewest_When_SomethingIsDeclaredAgain()
    {
        await _notebook.ValueAsync("var x = 1; class A { public int V => 1; } int F() => 1;");
        await _notebook.ValueAsync("var x = \"now text\"; class A { public int V => 2; } int F() => 2;");
        Assert.Equal("8 2 2", await _notebook.ValueAsync("$\"{x.Length} {new A().V} {F()}\""));
    }

    [Fact]
    public async Task Should_KeepWhatRan_When_ACellFails()
    {
        await _notebook.ValueAsync("var network = \"trained\"; var count = 3;");
        await _notebook.ErrorAsync("var early = 5; var network = string.Concat(Fail()); int late = 7; string Fail() => throw new InvalidOperationException(\"no\");");
        Assert.Equal("5 trained", await _notebook.ValueAsync("$\"{early} {network}\""));
        await _notebook.ErrorAsync("int broken = ");
        Assert.Equal("5", await _notebook.ValueAsync("early"));
    }

    [Fact]
    public async Task Should_ShowEarlierValuesToo_When_ACellHasSeveralParts()
    {
        Assert.Equal("2", await _notebook.ValueAsync("#!csharp\n1\n#!c#\n2"));
        Assert.Equal("1", Assert.Single(_notebook.FrontEnd.Shown).Data["text/plain"]);
    }

    public void Dispose() => _notebook.Dispose();
}
