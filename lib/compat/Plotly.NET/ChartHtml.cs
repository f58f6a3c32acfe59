using System.Net;

namespace Plotly.NET;

/// <summary>A chart as HTML: the element with its script, and a whole page around it.</summary>
internal static class ChartHtml
{
    public static string Element(GenericChart chart)
    {
        var id = Guid.NewGuid().ToString();
        var function = $"renderPlotly_{id.Replace("-", "", StringComparison.Ordinal)}";
        return $$"""
            <div><div id="{{id}}"><!-- Plotly chart will be drawn inside this DIV --></div><script type="text/javascript">var {{function}} = function() {
                var data = {{ChartJson.Write(chart.Traces)}};
                var layout = {{ChartJson.Write(chart.Layout)}};
                var config = {{ChartJson.Write(chart.Config)}};
                Plotly.newPlot('{{id}}', data, layout, config);
            };
            {{function}}();
            </script></div>
            """;
    }

    public static string Page(GenericChart chart)
    {
        var options = chart.DisplayOptions;
        var reference = DisplayOptions.getPlotlyReference(options);
        var script = reference switch
        {
            { Url: { } url } => $"""<script src="{WebUtility.HtmlEncode(url)}" charset="utf-8"></script>""",
            _ when reference == PlotlyJSReference.Full => $"""<script type="text/javascript" charset="utf-8">{PlotlyScript.Read()}</script>""",
            _ => "",
        };
        return $"""
            <!DOCTYPE html>
            <html><head>{script}<title>{WebUtility.HtmlEncode(DisplayOptions.getDocumentTitle(options))}</title><meta charset="{WebUtility.HtmlEncode(DisplayOptions.getDocumentCharset(options))}"><meta name="description" content="{WebUtility.HtmlEncode(DisplayOptions.getDocumentDescription(options))}"></head><body>{Element(chart)}</body></html>
            """;
    }
}
