using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Tests.Display;

[Trait("Needs", "Nothing")]
[Collection(ProcessWide.Name)]
public sealed class ValueFormatterTests
{
    [Theory]
    [InlineData(42, "42", "<div class=\"dni-plaintext\"><pre>42</pre></div>")]
    [InlineData(0.5, "0.5", "<div class=\"dni-plaintext\"><pre>0.5</pre></div>")]
    [InlineData(null, "<null>", "<div class=\"dni-plaintext\"><pre>&lt;null&gt;</pre></div>")]
    [InlineData("a <b>", "a <b>", null)]
    public void Should_have_plain_text_always_and_html_where_preferred_when_formatted(object? value, string plain, string? html)
    {
        var data = ValueFormatter.Format(value).Data;

        Assert.Equal(plain, data["text/plain"]);
        Assert.Equal(html, data.GetValueOrDefault("text/html"));
    }
}
