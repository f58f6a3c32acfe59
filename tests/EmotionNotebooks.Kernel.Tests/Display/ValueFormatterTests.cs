using EmotionNotebooks.Kernel.Display;
using Microsoft.DotNet.Interactive.Formatting;
using static Microsoft.DotNet.Interactive.Kernel;

namespace EmotionNotebooks.Kernel.Tests.Display;

[Trait("Needs", "Nothing")]
[Collection(ProcessWide.Name)]
public sealed class ValueFormatterTests : IDisposable
{
    private const string Plain = "text/plain";
    private const string Html = "text/html";

    private readonly IDisposable _display = NotebookDisplay.Start();

    public void Dispose()
    {
        _display.Dispose();
        Formatter.ResetToDefault();
    }

    [Theory]
    [InlineData(42, "42", "42")]
    [InlineData(0.5, "0.5", "0.5")]
    [InlineData(null, "<null>", "&lt;null&gt;")]
    [InlineData("a <b>", "a <b>", null)]
    public void Should_have_plain_text_always_and_HTML_where_preferred(object? value, string plain, string? html)
    {
        var data = ValueFormatter.Format(value).Data;

        Assert.Equal(plain, data[Plain]);
        Assert.Equal(html is not null, data.ContainsKey(Html));
        Assert.Contains(html ?? "", data.GetValueOrDefault(Html) ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Should_have_the_forms_that_are_registered_as_preferred()
    {
        Formatter.Register<Picture>(_ => "iVBORw0", "image/png");
        Formatter.Register<Picture>(_ => "a picture");
        Formatter.SetPreferredMimeTypesFor(typeof(Picture), "image/png", Plain);

        var data = ValueFormatter.Format(new Picture()).Data;

        Assert.Equal([("image/png", "iVBORw0"), (Plain, "a picture")], data.OrderBy(it => it.Key).Select(it => (it.Key, it.Value)));
    }

    [Theory]
    [InlineData("text/markdown")]
    [InlineData("text/latex")]
    [InlineData("image/svg+xml")]
    [InlineData("text/vnd.mermaid")]
    [InlineData("application/javascript")]
    public void Should_be_the_text_itself_when_a_form_of_texts_is_asked_for(string mimeType)
    {
        Assert.Equal("a **b** <c>", ValueFormatter.Format("a **b** <c>", mimeType).Data[mimeType]);
    }

    [Fact]
    public void Should_be_base64_when_bytes_are_asked_for_as_a_picture()
    {
        var data = ValueFormatter.Format(new byte[] { 1, 2, 255 }, "image/png").Data;

        Assert.Equal("AQL/", data["image/png"]);
        Assert.Equal("(image/png)", data[Plain]);
    }

    [Fact]
    public void Should_be_JSON_when_asked_for()
    {
        Assert.Equal("{\"A\":1}", ValueFormatter.Format(new { A = 1 }, "application/json").Data["application/json"]);
    }

    [Fact]
    public void Should_throw_when_nobody_knows_the_form()
    {
        Assert.Contains("x/y", Assert.Throws<ArgumentException>(() => ValueFormatter.Format(3, "x/y")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_have_the_text_of_HTML_as_plain_text()
    {
        var data = ValueFormatter.Format(HTML("<h1>Title</h1><style>b { }</style><p>a &amp; <b>b</b></p><table><tr><td>1</td><td>2</td></tr></table>")).Data;

        Assert.Equal("Title\na & b\n1  2", data[Plain]);
    }

    [Fact]
    public void Should_ask_a_sequence_only_once()
    {
        var count = 0;
        IEnumerable<int> Items()
        {
            count++;
            yield return 1;
            yield return 2;
        }

        Assert.Equal("[ 1, 2 ]", ValueFormatter.Format(Items()).Data[Plain]);
        Assert.Equal("[ 3, 4 ]", ValueFormatter.Format(Items().Select(i => i + 2)).Data[Plain]);
        Assert.Equal(2, count);
    }

    [Fact]
    public void Should_still_have_a_picture_when_its_plain_text_fails()
    {
        Formatter.Register<Picture>(_ => "iVBORw0", "image/png");
        Formatter.Register<Picture>(picture => throw new InvalidOperationException("on purpose"));

        var data = ValueFormatter.Format(new Picture(), "image/png").Data;

        Assert.Equal("iVBORw0", data["image/png"]);
        Assert.Contains("on purpose", data[Plain], StringComparison.Ordinal);
    }

    private sealed class Picture;
}
