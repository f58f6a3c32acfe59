using System.Text.Json;
using EmotionNotebooks.Plots;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Tests.Plots;

/// <summary>Plots as the JSON that plotly.js gets.</summary>
internal static class Charts
{
    public static JsonElement Json(this Plot plot, PlotOptions? options = null) =>
        JsonDocument.Parse(GenericChart.toJson(plot.Draw(options))).RootElement;

    public static JsonElement At(this JsonElement node, params object[] path) =>
        path.Aggregate(node, (it, step) => step is int index ? it[index] : it.GetProperty((string)step));

    public static string Text(this JsonElement node, params object[] path) => node.At(path).GetString()!;

    public static double Number(this JsonElement node, params object[] path) => node.At(path).GetDouble();

    public static double[] Numbers(this JsonElement node, params object[] path) =>
        [.. node.At(path).EnumerateArray().Select(value => value.GetDouble())];

    public static string[] Texts(this JsonElement node, params object[] path) =>
        [.. node.At(path).EnumerateArray().Select(value => value.GetString()!)];

    public static string[] Annotations(this JsonElement figure) =>
        [.. figure.At("layout", "annotations").EnumerateArray().Select(it => it.Text("text"))];
}
