using EmotionNotebooks.Interactive.Views;
using EmotionNotebooks.Plots;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET.CSharp;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Interactive.Charts;

/// <summary>Charts: interactive without a network, or pictures; a sentence for those who see neither.</summary>
internal static class ChartView
{
    public static void Register()
    {
        View.RegisterPicture<Plot>(ChartPicture.Draw, Plain);
        View.RegisterPicture<GenericChart>(ChartPicture.Draw, Plain);
        View.Register<Plot>(plot => InteractiveChart.Html(plot), Plain);
        View.Register<GenericChart>(chart => InteractiveChart.Html(chart), Plain);
        View.Register<PlotlyScript>(script => script.Html(), _ => PlotlyScript.Plain());
        Prefer(NotebookViews.StaticCharts);
    }

    /// <summary>Sets which form is shown.</summary>
    public static void Prefer(bool pictures)
    {
        var first = pictures ? View.Png : View.Html;
        Formatter.SetPreferredMimeTypesFor(typeof(Plot), first, View.Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), first, View.Plain);
    }

    public static string Plain(Plot plot) => plot.Summary;

    public static string Plain(GenericChart chart)
    {
        var traces = chart.GetTraces();
        var names = traces.Select((trace, i) => ChartJson.Text(trace, "name") ?? $"trace {i + 1}");
        var title = ChartJson.Title(chart) is { } text ? $" '{text}'" : "";
        return $"chart{title} of {traces.Length} {(traces.Length == 1 ? "trace" : "traces")}: {string.Join(", ", names)}";
    }
}
