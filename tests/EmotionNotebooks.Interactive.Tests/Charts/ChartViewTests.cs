using EmotionNotebooks.Data;
using EmotionNotebooks.Interactive.Charts;
using EmotionNotebooks.Plots;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET.CSharp;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Interactive.Tests.Charts;

[Trait("Needs", "Browser")]
public sealed class ChartViewTests : IDisposable
{
    private const string Library = "plotly.js v";

    private static readonly GenericChart Bars = Chart.Column<double, string, string>([1, 3], Keys: new(["a", "b"], true), Name: "counts", UseDefaults: false);

    private static readonly GenericChart Line = Chart.Line<int, double, string>([1, 2], [0.5, 0.25], Name: "loss", UseDefaults: false);

    private static readonly Plot Distribution = new ClassDistributionPlot(Shown.Faces().Part(Split.Training));

    private readonly string _folder = Directory.CreateTempSubdirectory("emotion-").FullName;

    public ChartViewTests() => PlotlyScript.Instance.Forget();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Should_carry_the_library_once_when_no_cell_shows_it()
    {
        var first = Shown.Html(Bars);

        Assert.Contains(Library, first, StringComparison.Ordinal);
        Assert.DoesNotContain(Library, Shown.Html(Line), StringComparison.Ordinal);
        // The first chart's cell runs again: its old output, with the library, is gone.
        Assert.Equal(first, Shown.Html(Bars));
    }

    [Fact]
    public void Should_carry_no_library_when_the_set_up_cell_shows_it()
    {
        Assert.Contains(Library, Shown.Html(NotebookViews.PlotlyScript), StringComparison.Ordinal);
        Assert.DoesNotContain(Library, Shown.Html(Bars), StringComparison.Ordinal);
        Assert.Contains(Library, Shown.Html(NotebookViews.PlotlyScript), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_what_it_shows_when_plain()
    {
        Assert.Equal("chart of 1 trace: counts", Shown.Plain(Bars));
        Assert.Equal("chart of 2 traces: counts, loss", Shown.Plain(GenericChart.combine([Bars, Line])));
        Assert.Equal(Distribution.Summary, Shown.Plain(Distribution));
    }

    [Fact]
    public void Should_be_drawn_without_a_network_when_in_one_page()
    {
        // As in a notebook's page: module loaders that would take the library in, charts before the library, a dark part, the same table twice.
        _ = Shown.Html(Chart.Point<int, int, string>([0], [0], UseDefaults: false));
        var table = Shown.Html(new DataFrame(new Int32DataFrameColumn("row", Enumerable.Range(0, 60))));
        var charts = $"{Shown.Html(Bars)}{Shown.Html(Distribution)}<div style=\"background: #1e1e1e; color: #ddd\">{Shown.Html(new ClassDistributionPlot(Shown.Faces().Part(Split.PublicTest)))}</div>";
        PlotlyScript.Instance.Forget();
        var dom = Dom($"""
            <!DOCTYPE html><html><head><meta charset="UTF-8"><script>define = () => {"{}"}; define.amd = module = exports = {"{}"};</script></head><body>
            {charts}{table}{table}<script>document.querySelectorAll('nav')[1].querySelectorAll('button')[3].click()</script>
            {Shown.Html(NotebookViews.PlotlyScript)}</body></html>
            """);

        Assert.Equal(2, dom.Split("data-shown=\"lightwide\"").Length - 1);
        Assert.Equal(1, dom.Split("data-shown=\"darkwide\"").Length - 1);
        Assert.Equal(3, dom.Split("class=\"modebar-container\"").Length - 1);
        // One table stays where it was, the other is at its end.
        Assert.Contains("<span data-range=\"\">1–25</span> of 60", dom, StringComparison.Ordinal);
        Assert.Contains("<span data-range=\"\">51–60</span> of 60", dom, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_a_small_picture_without_a_script_when_still()
    {
        using var still = new StaticMode();

        foreach (var chart in new object[] { Bars, Distribution })
        {
            Assert.Equal(["image/png", "text/plain"], Shown.Forms(chart).Keys);
            Assert.InRange(Shown.Png(chart).Length, 1000, 40_000);
        }

        Assert.DoesNotContain("<script", Shown.Html(NotebookViews.PlotlyScript), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_stay_interactive_when_there_is_no_browser()
    {
        NotebookExtension.Load();
        var before = Environment.GetEnvironmentVariable("CHROMIUM");
        Environment.SetEnvironmentVariable("CHROMIUM", "/no/such/browser");
        try
        {
            Assert.Contains("./emotion setup browser", Assert.Throws<FileNotFoundException>(() => NotebookViews.StaticCharts = true).Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CHROMIUM", before);
        }

        Assert.False(NotebookViews.StaticCharts);
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(GenericChart)));
    }

    private string Dom(string page)
    {
        var path = Path.Combine(_folder, "page.html");
        File.WriteAllText(path, page);
        return HeadlessBrowser.DumpDom(path);
    }
}
