using Plotly.NET.CSharp;
using DisplayOptions = Plotly.NET.DisplayOptions;
using GenericChart = Plotly.NET.GenericChart;
using PlotlyJSReference = Plotly.NET.PlotlyJSReference;

namespace EmotionNotebooks.Plots;

/// <summary>The text of plotly.js, out of the page that Plotly.NET writes with the whole script inside.</summary>
internal static class PlotlySource
{
    private static readonly Lazy<string> Text = new(Extract);

    /// <summary>The script, without its element; it holds no end tag of a script, so it can be embedded in a page.</summary>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack).</exception>
    public static string Read() => Text.Value;

    private static string Extract()
    {
        var chart = Chart.Point<int, int, string>([0], [0], UseDefaults: false);
        var options = DisplayOptions.init(DocumentTitle: "", DocumentCharset: "UTF-8", PlotlyJSReference: PlotlyJSReference.Full);
        var page = GenericChart.toEmbeddedHTML(GenericChart.setDisplayOptions(options, chart));

        // The way a browser reads it: the first script of the page, up to the first end tag.
        var open = page.IndexOf("<script", StringComparison.Ordinal);
        var start = open < 0 ? -1 : page.IndexOf('>', open) + 1;
        var end = start <= 0 ? -1 : page.IndexOf("</script>", start, StringComparison.Ordinal);
        if (end < 0 || !page.AsSpan(start, end - start).Contains("plotly.js v", StringComparison.Ordinal))
            throw new InvalidDataException("Plotly.NET's page does not begin with plotly.js: this version of the package is not supported.");
        return page[start..end];
    }
}
