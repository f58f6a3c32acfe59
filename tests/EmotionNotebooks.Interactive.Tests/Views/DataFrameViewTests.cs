using Microsoft.Data.Analysis;

namespace EmotionNotebooks.Interactive.Tests.Views;

[Trait("Needs", "Nothing")]
public sealed class DataFrameViewTests
{
    [Fact]
    public void Should_be_whole_without_a_script_when_short()
    {
        var frame = new DataFrame(new StringDataFrameColumn("<label>", ["a & b", null]), new DoubleDataFrameColumn("share", [0.5, 12.25]));
        var html = Shown.Html(frame);

        Assert.Contains("&lt;label&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"words\">a &amp; b</td><td>0.5000</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"words\">null</td><td>12.2500</td>", html, StringComparison.Ordinal);
        Assert.Contains("2 rows, 2 columns", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal("   <label>    share\n0  a & b     0.5000\n1  null     12.2500\n2 rows, 2 columns", Shown.Plain(frame));
    }

    [Fact]
    public void Should_show_the_first_page_without_a_script_when_long()
    {
        var html = Shown.Html(Rows(60));

        Assert.Equal(3, html.Split("<tbody").Length - 1);
        Assert.Equal(2, html.Split("<tbody data-rows=\"").Count(page => page.Contains("\" hidden>", StringComparison.Ordinal)));
        Assert.Contains("rows <span data-range>1–25</span> of 60, 1 column</p>", html, StringComparison.Ordinal);
        Assert.Contains("<nav hidden", html, StringComparison.Ordinal);
        Assert.EndsWith("rows 1–25 of 60, 1 column", Shown.Plain(Rows(60)), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_carry_a_part_and_say_so_when_very_long()
    {
        var html = Shown.Html(Rows(28_709));

        Assert.Contains("of 28,709, 1 column; the first 500 are here", html, StringComparison.Ordinal);
        Assert.Equal(501, html.Split("<tr>").Length - 1);
    }

    [Fact]
    [Trait("Needs", "Browser")]
    public void Should_be_its_first_page_alone_when_still()
    {
        using var still = new StaticMode();
        var html = Shown.Html(Rows(28_709));

        Assert.Contains("rows <span data-range>1–25</span> of 28,709, 1 column</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(26, html.Split("<tr>").Length - 1);
    }

    [Fact]
    public void Should_be_the_same_text_when_shown_again() => Assert.Equal(Shown.Html(Rows(60)), Shown.Html(Rows(60)));

    [Fact]
    public void Should_tell_type_and_nulls_when_a_column()
    {
        var column = new Int32DataFrameColumn("x", [1, null, 3]);

        Assert.Equal("      x\n0     1\n1  null\n2     3\n3 rows of Int32, 1 of them null", Shown.Plain(column));
        Assert.Contains("<th scope=\"col\">x</th>", Shown.Html(column), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_names_and_values_when_a_row()
    {
        var row = new DataFrame(new StringDataFrameColumn("label", ["sad"]), new SingleDataFrameColumn("mean", [0.5f])).Rows[0];

        Assert.Equal("label  sad\nmean   0.5", Shown.Plain(row));
        Assert.Contains("<th scope=\"row\" class=\"words\">label</th><td class=\"words\">sad</td>", Shown.Html(row), StringComparison.Ordinal);
    }

    private static DataFrame Rows(int count) => new(new Int32DataFrameColumn("row", Enumerable.Range(0, count)));
}
