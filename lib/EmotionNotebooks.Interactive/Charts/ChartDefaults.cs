using Plotly.NET.LayoutObjects;
using GenericChart = Plotly.NET.GenericChart;
using Layout = Plotly.NET.Layout;

namespace EmotionNotebooks.Interactive.Charts;

/// <summary>What a chart of a notebook's own gets where it says nothing of it: margins no larger than what stands in them.</summary>
internal static class ChartDefaults
{
    public static GenericChart Apply(GenericChart chart)
    {
        var margin = new Margin();
        margin.SetValue("l", 56);
        margin.SetValue("r", 32);
        margin.SetValue("t", ChartJson.Title(chart) is null ? 32 : 64);
        margin.SetValue("b", 56);
        var layout = new Layout();
        layout.SetValue("margin", margin);
        return GenericChart.setLayout(Layout.combine(layout, GenericChart.getLayout(chart)), chart);
    }
}
