using System.Text.Json;
using System.Text.RegularExpressions;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

/// <summary>What holds for every page.</summary>
internal static partial class PlotPages
{
    /// <summary>The page without plotly.js, which stands in it once; it refers to nothing outside, and hostile text is text.</summary>
    public static string RequireSelfContained(string html)
    {
        Assert.Single(PlotlyHeads().Matches(html));
        var own = html.Replace(PlotlySource.Read(), "", StringComparison.Ordinal);
        Assert.True(html.Length - own.Length > 3_000_000);
        Assert.Empty(References().Matches(own));
        Assert.Contains("default-src 'none'", own, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(own, "<script"));
        Assert.Equal(3, Regex.Count(own, "</script"));
        Assert.DoesNotContain("<img", own, StringComparison.Ordinal);
        return own;
    }

    /// <summary>The figures by id, theme and shape.</summary>
    public static JsonElement Figures(string html) => JsonDocument.Parse(
        Regex.Match(html, """<script type="application/json" id="figures">(.*?)</script>""", RegexOptions.Singleline).Groups[1].Value).RootElement;

    [GeneratedRegex("""plotly\.js v\d""")]
    private static partial Regex PlotlyHeads();

    // What stands in quotes is skipped as a whole: there it is text.
    [GeneratedRegex("""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*\s(?:src|href|action|srcset|data|poster)\s*=\s*["']?\s*(?:[a-z]+:)?//|@import|url\(""", RegexOptions.IgnoreCase)]
    private static partial Regex References();
}
