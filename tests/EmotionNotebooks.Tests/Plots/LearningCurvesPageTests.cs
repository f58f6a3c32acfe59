using System.Text.RegularExpressions;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Browser")]
public sealed partial class LearningCurvesPageTests
{
    [Fact]
    public void Should_refer_to_nothing_outside_and_keep_hostile_text_as_text()
    {
        var own = PlotPages.RequireSelfContained(new LearningCurves(Histories.Of(5), Histories.HostileRun).ToHtml());
        Assert.DoesNotContain("<i>split", own, StringComparison.Ordinal);
        Assert.Contains("&lt;a href=&#39;http", own, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_hold_both_themes_and_both_arrangements()
    {
        var html = new LearningCurves(Histories.Of(5), Histories.Run).ToHtml();
        var figures = PlotPages.Figures(html);
        foreach (var theme in new[] { "light", "dark" })
        {
            foreach (var shape in new[] { "wide", "narrow" })
                Assert.Equal(7, figures.At("chart", theme, shape, "data").GetArrayLength());
        }
    }

    [Fact]
    public void Should_carry_table_summary_and_alternative_text()
    {
        var html = new LearningCurves(Histories.Of(12), Histories.Run).ToHtml();
        Assert.Equal(12, Regex.Count(html, "<th scope=\"row\">"));
        Assert.Single(Regex.Matches(html, "<tr class=\"best\">"));
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("role=\"img\" aria-label=\"Accuracy and loss of small-vgg on FER-2013 over 12 epochs.", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Seed</dt><dd>42</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Time</dt><dd>2 min 30 s</dd>", html, StringComparison.Ordinal);
        Assert.Contains("n = 3,589", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_draw_both_panels_when_a_browser_opens_it()
    {
        using var folder = new TemporaryFolder();
        var page = folder.File("curves.html");
        new LearningCurves(Histories.Of(12), Histories.HostileRun).SaveHtml(page);
        var dom = HeadlessBrowser.DumpDom(page);
        var second = dom.IndexOf("<g class=\"subplot x2y2\">", StringComparison.Ordinal);
        var end = dom.IndexOf("<g class=\"infolayer\">", StringComparison.Ordinal);
        Assert.InRange(second, 1, end);
        foreach (var panel in new[] { dom[..second], dom[second..end] })
        {
            Assert.Single(DrawnLines().Matches(panel), line => line.Value.Contains("stroke: rgb(0, 114, 178)", StringComparison.Ordinal));
            Assert.Single(DrawnLines().Matches(panel), line => line.Value.Contains("stroke: rgb(213, 94, 0)", StringComparison.Ordinal));
        }

        Assert.Contains("alert(1)", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", dom, StringComparison.Ordinal);
    }

    [GeneratedRegex("<path class=\"js-line\" d=\"M[-0-9.]+,[-0-9.]+L[^>]*>")]
    private static partial Regex DrawnLines();
}
