namespace Plotly.NET;

/// <summary>Traces with their layout, configuration and display options.</summary>
public sealed class GenericChart
{
    private GenericChart(IReadOnlyList<Trace> traces, Layout layout, Config config, DisplayOptions displayOptions)
    {
        Traces = traces;
        Layout = layout;
        Config = config;
        DisplayOptions = displayOptions;
    }

    internal IReadOnlyList<Trace> Traces { get; }

    internal Layout Layout { get; }

    internal Config Config { get; }

    internal DisplayOptions DisplayOptions { get; }

    public static Layout getLayout(GenericChart gChart) => gChart.Layout;

    public static Config getConfig(GenericChart gChart) => gChart.Config;

    public static DisplayOptions getDisplayOptions(GenericChart gChart) => gChart.DisplayOptions;

    public static int countTrace(GenericChart gChart) => gChart.Traces.Count;

    public static GenericChart setLayout(Layout layout, GenericChart gChart) =>
        new(gChart.Traces, layout, gChart.Config, gChart.DisplayOptions);

    public static GenericChart addLayout(Layout layout, GenericChart gChart) =>
        setLayout(Layout.combine(gChart.Layout, layout), gChart);

    public static GenericChart setConfig(Config config, GenericChart gChart) =>
        new(gChart.Traces, gChart.Layout, config, gChart.DisplayOptions);

    public static GenericChart setDisplayOptions(DisplayOptions displayOpts, GenericChart gChart) =>
        new(gChart.Traces, gChart.Layout, gChart.Config, displayOpts);

    public static GenericChart combine(IEnumerable<GenericChart> gCharts) =>
        gCharts.Aggregate((first, second) => new(
            [.. first.Traces, .. second.Traces],
            Layout.combine(first.Layout, second.Layout),
            CombineConfigs(first.Config, second.Config),
            DisplayOptions.Combine(first.DisplayOptions, second.DisplayOptions)));

    /// <summary>The element with the script that draws it, for a page that has plotly.js.</summary>
    public static string toChartHTML(GenericChart gChart) => ChartHtml.Element(gChart);

    /// <summary>A whole page; how it comes to plotly.js is in the display options.</summary>
    public static string toEmbeddedHTML(GenericChart gChart) => ChartHtml.Page(gChart);

    /// <summary>An object of data, layout and config.</summary>
    public static string toJson(GenericChart gChart)
    {
        var figure = new DynamicObj.DynamicObj();
        figure.SetValue("data", gChart.Traces);
        figure.SetValue("layout", gChart.Layout);
        figure.SetValue("config", gChart.Config);
        return ChartJson.Write(figure);
    }

    /// <summary>An object of data, layout and an empty array of frames.</summary>
    public static string toFigureJson(GenericChart gChart)
    {
        var figure = new DynamicObj.DynamicObj();
        figure.SetValue("data", gChart.Traces);
        figure.SetValue("layout", gChart.Layout);
        figure.SetValue("frames", Array.Empty<object>());
        return ChartJson.Write(figure);
    }

    // The package's defaults, but for its template, which this subset does not carry.
    internal static GenericChart Of(Trace trace, bool useDefaults)
    {
        var layout = new Layout();
        if (!useDefaults)
            return new([trace], layout, new Config(), DisplayOptions.initCDNOnly());

        layout.SetValue("width", 600);
        layout.SetValue("height", 600);
        var options = DisplayOptions.initCDNOnly();
        options.SetValue("DocumentTitle", "Plotly.NET Datavisualization");
        options.SetValue("DocumentDescription", "A plotly.js graph generated with Plotly.NET");
        options.SetValue("DocumentCharset", "UTF-8");
        return new([trace], layout, Config.init(Responsive: true), options);
    }

    private static Config CombineConfigs(Config first, Config second)
    {
        var combined = new Config();
        first.CopyTo(combined);
        second.CopyTo(combined);
        return combined;
    }
}
