using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Nothing")]
public sealed class ModelComparisonPlotTests
{
    private static readonly ModelScore[] Models =
    [
        new("worse", WilsonInterval.Of(50, 100)),
        new("best", WilsonInterval.Of(70, 100)) { LogLoss = 0.9, Parameters = 1234567, MultiplyAdds = 85_200_000, Weights = "a.safetensors" },
        new("between", WilsonInterval.Of(60, 100)),
    ];

    private static readonly ModelComparisonPlot Plot = new(Models, "PublicTest", "faces.csv");

    [Fact]
    public void Should_sort_by_accuracy_best_at_the_top()
    {
        var figure = Plot.Json();

        Assert.Equal([0.7, 0.6, 0.5], figure.Numbers("data", 0, "x"));
        Assert.Equal([0, 1, 2], figure.Numbers("data", 0, "y"));
        Assert.Equal(["best", "between", "worse"], figure.Texts("layout", "yaxis", "ticktext"));
        Assert.Equal([2.5, -0.5], figure.Numbers("layout", "yaxis", "range"));
        Assert.Contains("n = 100 · accuracy with 95% intervals (Wilson) · faces.csv", figure.Text("layout", "title", "text"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_draw_the_wilson_interval_inside_the_axis_and_write_it_beside()
    {
        var figure = Plot.Json();
        var interval = WilsonInterval.Of(70, 100);

        Assert.Equal(interval.Upper - 0.7, figure.Number("data", 0, "error_x", "array", 0), 12);
        Assert.Equal(0.7 - interval.Lower, figure.Number("data", 0, "error_x", "arrayminus", 0), 12);
        var range = figure.Numbers("layout", "xaxis", "range");
        Assert.True(range[0] < WilsonInterval.Of(50, 100).Lower && range[1] > interval.Upper);
        Assert.Matches("^<b>70.00%</b> <span style=[^>]*>\\(60.42–78.11%\\)</span>$", figure.Annotations()[0]);
    }

    [Fact]
    public void Should_say_what_a_network_costs_when_hovered_and_nothing_where_it_is_not_known()
    {
        var text = Plot.Json().Texts("data", 0, "text");

        Assert.Equal(
            "<b>best</b><br>accuracy 70.00%, 95% interval 60.42–78.11% (n = 100)<br>log loss 0.9000<br>1,234,567 parameters<br>85.2 M multiply-adds<br>a.safetensors",
            text[0]);
        Assert.DoesNotContain("parameters", text[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_put_names_above_the_dots_when_narrow()
    {
        var figure = Plot.Json(new() { Narrow = true });

        Assert.Equal("best", figure.Annotations()[0]);
        Assert.Equal(6, figure.Annotations().Length);
        Assert.False(figure.At("layout", "yaxis", "showticklabels").GetBoolean());
    }

    [Fact]
    public void Should_escape_names_and_stay_in_range_with_one_perfect_network()
    {
        var figure = new ModelComparisonPlot([new(Judgements.HostileName, WilsonInterval.Of(3, 3))], "PublicTest", Judgements.HostileName).Json();

        Assert.StartsWith("&lt;/script&gt;", figure.Text("layout", "yaxis", "ticktext", 0), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", figure.Text("data", 0, "text", 0), StringComparison.Ordinal);
        Assert.InRange(figure.Number("layout", "xaxis", "range", 1), 1, 1.02);
        Assert.Throws<ArgumentException>(() => new ModelComparisonPlot([], "PublicTest", "faces"));
    }

    [Fact]
    public void Should_say_the_range_when_networks_judged_different_numbers_of_faces() =>
        Assert.Contains(
            "n = 10–100",
            new ModelComparisonPlot([.. Models, new("other", WilsonInterval.Of(5, 10))], "PublicTest", "faces").Json().Text("layout", "title", "text"),
            StringComparison.Ordinal);
}
