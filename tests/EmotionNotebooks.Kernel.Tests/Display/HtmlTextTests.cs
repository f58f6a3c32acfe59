using System.Diagnostics;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Tests.Display;

[Trait("Needs", "Nothing")]
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("<b>a</b> &lt; <i>b</i>", "a < b")]
    [InlineData("one<br>two<br/>three", "one\ntwo\nthree")]
    [InlineData("<p>  a \n b </p>\n\n<p>c</p>", "a b\nc")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("<script>var a = '<b>';</script><!-- <p>no</p> --><style>p{}</style>x", "x")]
    [InlineData("<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>", "a  b\n1  2")]
    [InlineData("a < b and c > d", "a  d")]
    public void Should_be_the_text_alone(string html, string text)
    {
        Assert.Equal(text, HtmlText.Of(html));
    }

    [Fact]
    public void Should_be_cut_and_quick_when_the_page_is_large()
    {
        var watch = Stopwatch.StartNew();

        var text = HtmlText.Of(string.Concat(Enumerable.Repeat("<p>word <b>", 50_000)) + "<script>" + new string('<', 100_000));

        Assert.InRange(text.Length, 1, 4_010);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 5_000);
    }
}
