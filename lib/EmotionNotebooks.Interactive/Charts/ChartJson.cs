using System.Text.Json;
using EmotionNotebooks.Plots;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Interactive.Charts;

/// <summary>What plotly.js draws, as JSON.</summary>
internal static class ChartJson
{
    /// <summary>The figure, which can stand in a script element.</summary>
    public static string Figure(GenericChart chart) => PlotPage.Json(chart);

    /// <summary>A property of a trace that is a text.</summary>
    public static string? Text(Plotly.NET.Trace trace, string name) =>
        trace.GetProperties(true).FirstOrDefault(property => property.Key == name).Value as string;

    /// <summary>The title without its tags; null where there is none.</summary>
    public static string? Title(GenericChart chart) => Read(chart, layout =>
        layout.TryGetProperty("title", out var title)
            ? title.ValueKind == JsonValueKind.String ? title.GetString() : title.TryGetProperty("text", out var text) ? text.GetString() : null
            : null);

    /// <summary>A side in pixels; null where the chart takes what there is.</summary>
    public static int? Side(GenericChart chart, string name) => Read(chart, layout =>
        layout.TryGetProperty(name, out var side) && side.ValueKind == JsonValueKind.Number ? (int?)Math.Round(side.GetDouble()) : null);

    private static T Read<T>(GenericChart chart, Func<JsonElement, T> read)
    {
        using var figure = JsonDocument.Parse(GenericChart.toJson(chart));
        return read(figure.RootElement.GetProperty("layout"));
    }
}
