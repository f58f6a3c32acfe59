using System.Text.Json;
using System.Text.RegularExpressions;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Color = Plotly.NET.Color;
using Config = Plotly.NET.Config;
using DisplayOptions = Plotly.NET.DisplayOptions;
using Font = Plotly.NET.Font;
using GenericChart = Plotly.NET.GenericChart;
using Layout = Plotly.NET.Layout;
using PlotlyJSReference = Plotly.NET.PlotlyJSReference;
using StyleParam = Plotly.NET.StyleParam;
using Title = Plotly.NET.Title;

namespace EmotionNotebooks.Compat.Plotly.NET.Tests;

// Expected values are what Plotly.NET 5.1.0 writes, compared as JSON: 1 and 1.0 are the same number.
[Trait("Needs", "Nothing")]
public sealed class GenericChartTests
{
    [Fact]
    public void Should_write_a_plain_line() =>
        AssertJson(
            """{"data":[{"type":"scatter","mode":"lines","x":[1,2],"y":[0.5,0.25],"marker":{},"line":{}}],"layout":{},"config":{}}""",
            Chart.Line<int, double, string>([1, 2], [0.5, 0.25], UseDefaults: false));

    [Fact]
    public void Should_write_every_attribute_of_a_line() =>
        AssertJson(
            """
            {"data":[{"type":"scatter","name":"a","showlegend":false,"opacity":0.5,"mode":"lines+markers","x":[1],"y":[2],"text":["t"],
            "marker":{"size":7,"color":"red","symbol":"1"},"line":{"color":"rgba(1, 2, 3, 1.0)","dash":"dot","width":2.5},
            "fill":"toself","fillcolor":"rgba(0, 16, 255, 0.5)"}],"layout":{},"config":{}}
            """,
            Chart.Line<int, int, string>(
                [1],
                [2],
                ShowMarkers: true,
                Name: "a",
                ShowLegend: false,
                Opacity: 0.5,
                MultiText: new(["t"], true),
                MarkerColor: Color.fromString("red"),
                MarkerSymbol: StyleParam.MarkerSymbol.Square,
                Marker: Sized(7),
                LineColor: Color.fromRGB(1, 2, 3),
                LineWidth: 2.5,
                LineDash: StyleParam.DrawingStyle.Dot,
                Fill: StyleParam.Fill.ToSelf,
                FillColor: Color.fromARGB(128, 0, 16, 255),
                UseDefaults: false));

    [Fact]
    public void Should_write_points_with_one_text() =>
        AssertJson(
            """
            {"data":[{"type":"scatter","name":"p","mode":"markers","x":["a"],"y":[2],"text":"all",
            "marker":{"color":"rgba(255, 0, 17, 1.0)","line":{"width":1},"symbol":"2"},"line":{}}],"layout":{},"config":{}}
            """,
            Chart.Point<string, int, string>(
                ["a"],
                [2],
                Name: "p",
                Text: "all",
                MarkerColor: Color.fromHex("#ff0011"),
                MarkerOutline: Outline(1),
                MarkerSymbol: StyleParam.MarkerSymbol.Diamond,
                UseDefaults: false));

    [Fact]
    public void Should_write_bars_and_columns()
    {
        AssertJson(
            """
            {"data":[{"type":"bar","name":"b","x":[3,4],"y":["k","l"],"text":["t","u"],"orientation":"h",
            "marker":{"color":"red","pattern":{}}}],"layout":{},"config":{}}
            """,
            Chart.Bar<int, string, string>(
                [3, 4],
                Keys: new(["k", "l"], true),
                Name: "b",
                MultiText: new(["t", "u"], true),
                MarkerColor: Color.fromString("red"),
                UseDefaults: false));
        AssertJson(
            """
            {"data":[{"type":"bar","name":"c","x":[1],"y":[3],"width":0.5,"text":["t"],"orientation":"v",
            "marker":{"color":"red","pattern":{}}}],"layout":{},"config":{}}
            """,
            Chart.Column<double, int, string>(
                [3],
                Keys: new([1], true),
                Name: "c",
                MultiText: new(["t"], true),
                MarkerColor: Color.fromString("red"),
                UseDefaults: false,
                Width: 0.5));
    }

    [Fact]
    public void Should_write_a_heat_map() =>
        AssertJson(
            """
            {"data":[{"type":"heatmap","name":"h","x":[0,1],"xgap":2,"y":[0],"ygap":3,"z":[[0.5,"NaN"]],"showscale":false}],
            "layout":{},"config":{}}
            """,
            Chart.Heatmap<double, int, int, string>(
                new double[][] { [0.5, double.NaN] },
                Name: "h",
                X: new([0, 1], true),
                XGap: 2,
                Y: new([0], true),
                YGap: 3,
                ShowScale: false,
                UseDefaults: false));

    [Fact]
    public void Should_write_whiskers_pictures_and_buttons()
    {
        var error = new Error();
        error.SetValue("array", new[] { 0.5 });
        var image = new LayoutImage();
        image.SetValue("x", 1);
        var buttons = new ModeBar();
        buttons.SetValue("orientation", "v");
        var chart = Chart.Point<int, int, string>([1], [2], UseDefaults: false);
        chart.GetTraces()[0].SetValue("error_y", error);
        chart.GetLayout().SetValue("images", new[] { image });
        chart.GetLayout().SetValue("modebar", buttons);
        AssertJson(
            """
            {"data":[{"type":"scatter","mode":"markers","x":[1],"y":[2],"marker":{},"line":{},"error_y":{"array":[0.5]}}],
            "layout":{"images":[{"x":1}],"modebar":{"orientation":"v"}},"config":{}}
            """,
            chart);
    }

    [Fact]
    public void Should_keep_all_traces_and_append_annotations_when_combined()
    {
        var first = GenericChart.setLayout(Annotated("one"), Chart.Line<int, int, string>([1], [2], UseDefaults: false));
        var second = GenericChart.setLayout(Annotated("two"), Chart.Point<int, int, string>([3], [4], UseDefaults: false));
        var chart = Chart.Combine([first, second]);
        Assert.Equal(2, GenericChart.countTrace(chart));
        var layout = JsonDocument.Parse(GenericChart.toJson(chart)).RootElement.GetProperty("layout");
        Assert.Equal(["one", "two"], layout.GetProperty("annotations").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
        Assert.Equal("two", layout.GetProperty("meta").GetString());
    }

    [Fact]
    public void Should_write_layout_and_config()
    {
        var layout = new Layout();
        layout.SetValue("title", Title.init(Text: "t", Font: Font.init(Family: StyleParam.FontFamily.NewCustom("serif"), Size: 12.0, Color: Color.fromString("red")), X: 0.5, XRef: "paper", Standoff: 3));
        layout.SetValue("xaxis", Axis());
        layout.SetValue("shapes", new[] { new Shape() });
        var chart = GenericChart.setLayout(layout, Chart.Line<int, int, string>([1], [2], UseDefaults: false));
        chart = GenericChart.setConfig(Config.init(StaticPlot: true, Responsive: false, DisplayModeBar: false, Displaylogo: false), chart);
        AssertJson(
            """
            {"data":[{"type":"scatter","mode":"lines","x":[1],"y":[2],"marker":{},"line":{}}],
            "layout":{"title":{"text":"t","font":{"family":"serif","size":12,"color":"red"},"x":0.5,"xref":"paper","standoff":3},
            "xaxis":{"range":[0,1.5],"visible":true,"title":null},"shapes":[{}]},
            "config":{"staticPlot":true,"responsive":false,"displayModeBar":false,"displaylogo":false}}
            """,
            chart);
    }

    [Fact]
    public void Should_set_traces_and_layout_in_place()
    {
        var chart = Chart.Line<int, int, string>([1], [2], UseDefaults: false);
        chart.GetTraces()[0].SetValue("xaxis", "x2");
        chart.GetLayout().SetValue("height", 300);
        var json = JsonDocument.Parse(GenericChart.toJson(chart)).RootElement;
        Assert.Equal("x2", json.GetProperty("data")[0].GetProperty("xaxis").GetString());
        Assert.Equal(300, json.GetProperty("layout").GetProperty("height").GetInt32());
    }

    [Fact]
    public void Should_set_the_size()
    {
        var layout = JsonDocument.Parse(GenericChart.toFigureJson(Chart.Line<int, int, string>([1], [2]).WithSize(Width: 700, Height: 300)))
            .RootElement.GetProperty("layout");
        Assert.Equal((700, 300), (layout.GetProperty("width").GetInt32(), layout.GetProperty("height").GetInt32()));
    }

    [Fact]
    public void Should_write_what_json_has_no_number_for_as_a_string()
    {
        var y = JsonDocument.Parse(GenericChart.toJson(Chart.Line<int, double, string>([1, 2], [double.NaN, double.PositiveInfinity], UseDefaults: false)))
            .RootElement.GetProperty("data")[0].GetProperty("y");
        Assert.Equal(["NaN", "Infinity"], y.EnumerateArray().Select(v => v.GetString()));
    }

    [Fact]
    public void Should_refer_to_the_network_by_default_only()
    {
        var chart = Chart.Line<int, int, string>([1], [2]);
        Assert.Contains("https://cdn.plot.ly/plotly-2.27.1.min.js", GenericChart.toEmbeddedHTML(chart), StringComparison.Ordinal);
        Assert.DoesNotContain("cdn.plot.ly", GenericChart.toChartHTML(chart), StringComparison.Ordinal);
        var none = GenericChart.setDisplayOptions(DisplayOptions.init(PlotlyJSReference: PlotlyJSReference.NoReference), chart);
        Assert.DoesNotContain("cdn.plot.ly", GenericChart.toEmbeddedHTML(none), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_write_an_element_and_the_script_that_draws_it()
    {
        var html = GenericChart.toChartHTML(Chart.Line<int, int, string>([1], [2], UseDefaults: false));
        var id = Regex.Match(html, "<div id=\"([-0-9a-f]{36})\">").Groups[1].Value;
        Assert.Contains($"Plotly.newPlot('{id}', data, layout, config);", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_hold_the_whole_script_once_when_asked_to()
    {
        var chart = GenericChart.setDisplayOptions(
            DisplayOptions.init(DocumentTitle: "a & b", DocumentCharset: "UTF-8", DocumentDescription: "c", PlotlyJSReference: PlotlyJSReference.Full),
            Chart.Line<int, int, string>([1], [2]));
        var folder = Directory.CreateTempSubdirectory("emotion-");
        try
        {
            var path = Path.Combine(folder.FullName, "chart");
            chart.SaveHtml(path);
            var html = File.ReadAllText(path + ".html");
            Assert.Single(Regex.Matches(html, @"plotly\.js v2\.27\.1"));
            Assert.DoesNotMatch("<script[^>]*src=", html);
            Assert.Contains("<title>a &amp; b</title>", html, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("#12345")]
    [InlineData("")]
    public void Should_refuse_a_hex_colour_of_another_length(string text) =>
        Assert.ThrowsAny<Exception>(() => Color.fromHex(text));

    private static void AssertJson(string expected, GenericChart chart) =>
        Assert.True(
            JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(GenericChart.toJson(chart)).RootElement),
            GenericChart.toJson(chart));

    private static Marker Sized(int size)
    {
        var marker = new Marker();
        marker.SetValue("size", size);
        return marker;
    }

    private static global::Plotly.NET.Line Outline(int width)
    {
        var line = new global::Plotly.NET.Line();
        line.SetValue("width", width);
        return line;
    }

    private static LinearAxis Axis()
    {
        var axis = new LinearAxis();
        axis.SetValue("range", new[] { 0, 1.5 });
        axis.SetValue("visible", true);
        axis.SetValue<object?>("title", null);
        return axis;
    }

    private static Layout Annotated(string text)
    {
        var annotation = new Annotation();
        annotation.SetValue("text", text);
        var layout = new Layout();
        layout.SetValue("annotations", new[] { annotation });
        layout.SetValue("meta", text);
        return layout;
    }
}
