namespace Plotly.NET.CSharp;

public static class GenericChartExtensions
{
    public static Layout GetLayout(this GenericChart gChart) => GenericChart.getLayout(gChart);

    public static Trace[] GetTraces(this GenericChart gChart) => [.. gChart.Traces];

    public static void SaveHtml(this GenericChart gChart, string path)
    {
        var file = path.EndsWith(".html", StringComparison.Ordinal) ? path : $"{path}.html";
        File.WriteAllText(file, GenericChart.toEmbeddedHTML(gChart));
    }

    public static GenericChart WithSize(this GenericChart gChart, Optional<int> Width = default, Optional<int> Height = default)
    {
        var layout = new Layout();
        if (Width.IsSome)
            layout.SetValue("width", Width.Value);
        if (Height.IsSome)
            layout.SetValue("height", Height.Value);
        return GenericChart.addLayout(layout, gChart);
    }
}
