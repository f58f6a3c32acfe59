using Microsoft.DotNet.Interactive.Formatting.Tests.Support;

namespace Microsoft.DotNet.Interactive.Formatting.Tests;

/// <summary>What holds for values in whichever way they look.</summary>
[Trait("Needs", "Nothing")]
public sealed class ValueTests : FormatterTest
{
    [Theory]
    [InlineData(42, "42")]
    [InlineData(0.5, "0.5")]
    [InlineData(true, "True")]
    [InlineData('x', "x")]
    [InlineData("a <b>", "a <b>")]
    [InlineData(DayOfWeek.Friday, "Friday")]
    [InlineData(null, "<null>")]
    [InlineData(new[] { 1, 2, 3 }, "[ 1, 2, 3 ]")]
    public void Should_be_itself_in_plain_text_when_it_is_a_scalar(object? value, string text)
    {
        Assert.Equal(text, value.ToDisplayString());
    }

    [Theory]
    [InlineData(42, "42")]
    [InlineData("a <b>", "a &lt;b&gt;")]
    [InlineData(null, "&lt;null&gt;")]
    [InlineData(new[] { 1, 2, 3 }, "[ 1, 2, 3 ]")]
    public void Should_be_preformatted_in_HTML_when_it_is_a_scalar(object? value, string html)
    {
        Assert.StartsWith($"<div class=\"dni-plaintext\"><pre>{html}</pre></div>", value.ToDisplayString(Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_how_many_more_when_a_sequence_is_long()
    {
        Assert.Contains("980 more", Enumerable.Range(0, 1000).ToArray().ToDisplayString(), StringComparison.Ordinal);
        Assert.Contains("980 more", Enumerable.Range(0, 1000).Select(i => new { i }).ToList().ToDisplayString(Html), StringComparison.Ordinal);
        Assert.Contains("more", Enumerable.Range(0, 1000).Where(_ => true).ToDisplayString(), StringComparison.Ordinal);
        Assert.DoesNotContain("20", Enumerable.Range(0, 21).Where(_ => true).ToDisplayString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_show_as_many_items_as_allowed()
    {
        Formatter.ListExpansionLimit = 2;
        Formatter<double>.ListExpansionLimit = 3;

        Assert.Contains("[ 1, 2", new[] { 1, 2, 3, 4, 5 }.ToDisplayString(), StringComparison.Ordinal);
        Assert.DoesNotContain("5", new[] { 1, 2, 3, 4, 5 }.ToDisplayString(), StringComparison.Ordinal);
        Assert.Contains("[ 1, 2, 3", new[] { 1.0, 2, 3, 4, 5 }.ToDisplayString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(Html)]
    public void Should_end_when_a_value_holds_itself(string mimeType)
    {
        var node = new Node { Name = "first" };
        node.Next = new Node { Name = "second", Next = node };

        Assert.Contains("second", node.ToDisplayString(mimeType), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(Html)]
    public void Should_show_what_a_property_throws(string mimeType)
    {
        var text = new Faulty().ToDisplayString(mimeType);

        Assert.Contains("on purpose", text, StringComparison.Ordinal);
        Assert.Contains("fine", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_encoded_in_HTML_wherever_text_stands()
    {
        var text = "<script>alert(1)</script>";

        foreach (var value in new object[] { text, new[] { text }, new[] { new { text } }, new { text }, new { inner = new { text } }, new Dictionary<string, object> { [text] = text } })
        {
            var html = value.ToDisplayString(Html);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Should_be_JSON_when_asked_for()
    {
        Assert.Equal("""{"A":1,"B":[1,2]}""", new { A = 1, B = new[] { 1, 2 }, C = (string?)null }.ToDisplayString("application/json"));
        Assert.Equal("\"a <é>\"", "a <é>".ToDisplayString("application/json"));
    }

    [Fact]
    public void Should_be_LaTeX_when_it_is()
    {
        LaTeXString formula = @"e^{i\pi}";

        Assert.Equal(@"e^{i\pi}", formula.ToDisplayString("text/latex"));
        Assert.Equal(@"e^{i\pi}", formula.ToString());
    }

    private sealed class Node
    {
        public string? Name { get; set; }

        public Node? Next { get; set; }
    }

    private sealed class Faulty
    {
        public string Good { get; } = "fine";

        public string Bad => Good.Length > 0 ? throw new InvalidOperationException("on purpose") : Good;
    }
}
