using System.Text.Json;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Nothing")]
public sealed class LearningCurvesTests
{
    [Fact]
    public void Should_hold_seven_traces_in_two_panels()
    {
        var data = Figure(Histories.Of(12)).GetProperty("data");
        var actual = data.EnumerateArray().Select(trace =>
            $"{Text(trace, "type")} {Text(trace, "mode")} {Text(trace, "name")} {Text(trace, "xaxis")}/{Text(trace, "yaxis")}");
        Assert.Equal(
            [
                "scatter lines 95% interval (Wilson, n = 3,589) /",
                "scatter lines+markers Training /",
                "scatter lines+markers Validation (PublicTest) /",
                "scatter markers Best epoch /",
                "scatter lines+markers Training x2/y2",
                "scatter lines+markers Validation (PublicTest) x2/y2",
                "scatter markers Best epoch x2/y2",
            ],
            actual);
    }

    [Fact]
    public void Should_draw_the_values_of_the_history()
    {
        var history = Histories.Of(12);
        var data = Figure(history).GetProperty("data");
        foreach (var (index, value) in new (int, Func<EpochRecord, double>)[]
        {
            (1, e => e.TrainAccuracy), (2, e => e.ValidationAccuracy), (4, e => e.TrainLoss), (5, e => e.ValidationLoss),
        })
        {
            Assert.Equal(history.Epochs.Select(e => (double)e.Epoch), Numbers(data[index], "x"));
            Assert.Equal(history.Epochs.Select(value), Numbers(data[index], "y"));
        }
    }

    [Fact]
    public void Should_bound_the_band_by_the_wilson_interval()
    {
        var history = Histories.Of(7, validationCount: 50);
        var band = Figure(history).GetProperty("data")[0];
        var intervals = history.Epochs.Select(e => WilsonInterval.Of((long)Math.Round(e.ValidationAccuracy * 50), 50)).ToArray();
        Assert.Equal("toself", Text(band, "fill"));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1], Numbers(band, "x"));
        Assert.Equal(
            [.. intervals.Select(i => i.Upper), .. Enumerable.Reverse(intervals).Select(i => i.Lower)],
            Numbers(band, "y"));
    }

    [Fact]
    public void Should_mark_the_best_epoch_in_both_panels()
    {
        var history = Histories.Of(12);
        var best = history.Epochs.MaxBy(e => e.ValidationAccuracy)!;
        var figure = Figure(history);
        Assert.Equal([best.Epoch], Numbers(figure.GetProperty("data")[3], "x"));
        Assert.Equal([best.ValidationAccuracy], Numbers(figure.GetProperty("data")[3], "y"));
        Assert.Equal([best.ValidationLoss], Numbers(figure.GetProperty("data")[6], "y"));
        var lines = figure.GetProperty("layout").GetProperty("shapes").EnumerateArray().ToArray();
        Assert.Equal(["x", "x2"], lines.Select(line => Text(line, "xref")));
        Assert.All(lines, line => Assert.Equal(best.Epoch, line.GetProperty("x0").GetInt32()));
        Assert.Contains($"best: epoch {best.Epoch}, 56.7% (55.0–58.3%)", Annotations(figure));
    }

    [Fact]
    public void Should_say_value_interval_and_count_when_hovered()
    {
        var text = Figure(Histories.Of(2)).GetProperty("data")[2].GetProperty("text");
        Assert.Equal("55.0%, 95% interval 53.4–56.6% (n = 3,589)", text[0].GetString());
    }

    [Fact]
    public void Should_tell_the_series_apart_without_colour()
    {
        var data = Figure(Histories.Of(12)).GetProperty("data");
        string Look(int index) => $"{Text(data[index].GetProperty("line"), "dash")} {Text(data[index].GetProperty("marker"), "symbol")}";
        Assert.NotEqual(Look(1), Look(2));
    }

    [Fact]
    public void Should_list_each_series_once_in_the_legend()
    {
        var shown = Figure(Histories.Of(12)).GetProperty("data").EnumerateArray()
            .Where(trace => !trace.TryGetProperty("showlegend", out var show) || show.GetBoolean())
            .Select(trace => Text(trace, "legendgroup"));
        Assert.Equal(["interval", "training", "validation", "best"], shown);
    }

    [Fact]
    public void Should_take_the_theme_s_colours()
    {
        var light = Figure(Histories.Of(3), new() { Theme = PlotTheme.Light });
        var dark = Figure(Histories.Of(3), new() { Theme = PlotTheme.Dark });
        Assert.Equal("#ffffff", Text(light.GetProperty("layout"), "paper_bgcolor"));
        Assert.Equal("#14181d", Text(dark.GetProperty("layout"), "paper_bgcolor"));
        Assert.Equal("#0072b2", Text(light.GetProperty("data")[1].GetProperty("line"), "color"));
        Assert.Equal("#56b4e9", Text(dark.GetProperty("data")[1].GetProperty("line"), "color"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Should_show_every_point_inside_the_axes(int epochs)
    {
        var figure = Figure(Histories.Of(epochs));
        var layout = figure.GetProperty("layout");
        foreach (var trace in figure.GetProperty("data").EnumerateArray())
        {
            var panel = Text(trace, "xaxis") == "x2" ? "2" : "";
            foreach (var side in new[] { "x", "y" })
            {
                var range = Numbers(layout.GetProperty($"{side}axis{panel}"), "range");
                Assert.All(Numbers(trace, side), value => Assert.InRange(value, range[0], range[1]));
            }
        }
    }

    [Fact]
    public void Should_say_so_when_the_loss_is_not_finite()
    {
        var history = new TrainingHistory(Histories.Of(5).Epochs.Select(e =>
            e.Epoch > 3 ? e with { TrainLoss = double.NaN, ValidationLoss = double.PositiveInfinity } : e));
        var figure = Figure(history);
        Assert.Contains("loss is not finite from epoch 4", Annotations(figure));
        // Strings that plotly.js takes for gaps: JSON has no NaN.
        Assert.Equal(JsonValueKind.String, figure.GetProperty("data")[4].GetProperty("y")[3].ValueKind);
        Assert.All(Numbers(figure.GetProperty("layout").GetProperty("yaxis2"), "range"), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Should_escape_and_shorten_the_title()
    {
        var title = Figure(Histories.Of(2), run: Histories.HostileRun).GetProperty("layout").GetProperty("title").GetProperty("text").GetString()!;
        Assert.Contains("&lt;/script&gt;", title, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", title, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", title, StringComparison.Ordinal);
        Assert.Contains('…', title);
        Assert.InRange(title.Length, 50, 400);
    }

    [Fact]
    public void Should_stand_below_each_other_when_narrow()
    {
        var layout = Figure(Histories.Of(2), new() { Narrow = true }).GetProperty("layout");
        Assert.Equal([0, 1], Numbers(layout.GetProperty("xaxis2"), "domain"));
        Assert.True(Numbers(layout.GetProperty("yaxis2"), "domain")[1] < Numbers(layout.GetProperty("yaxis"), "domain")[0]);
    }

    [Fact]
    public void Should_refuse_an_empty_history_and_bad_options()
    {
        Assert.Throws<ArgumentException>(() => new LearningCurves(TrainingHistory.Empty, Histories.Run));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlotOptions { Width = 10 });
        Assert.Throws<ArgumentException>(() => new RunDescription { Model = " ", Data = "x" });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StaticImageOptions { Scale = 9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StaticImageOptions { TimeLimit = TimeSpan.Zero });
    }

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abc…fg")]
    [InlineData("a\nb", 6, "a b")]
    [InlineData("ab\U0001F600\U0001F600\U0001F600\U0001F600", 6, "ab…\U0001F600")]
    public void Should_leave_out_the_middle_when_too_long(string text, int length, string expected) =>
        Assert.Equal(expected, PlotText.Shorten(text, length));

    [Theory]
    [InlineData("n = 3 · accuracy 50% · a name that is long", 60, "n = 3 · accuracy 50% · a name that is long")]
    [InlineData("n = 3 · accuracy 50% · a name that is long", 40, "n = 3 · accuracy 50% · a name tha…s long")]
    [InlineData("n = 3 · accuracy 50% · a name that is long", 38, "n = 3 · accuracy 50%")]
    [InlineData("n = 3 · accuracy 50% · a name that is long", 19, "n = 3")]
    [InlineData("n = 3 · accuracy 50%", 4, "")]
    public void Should_leave_out_whole_facts_when_a_list_is_too_long(string text, int length, string expected) =>
        Assert.Equal(expected, PlotText.ShortenList(text, length));

    [Theory]
    [InlineData(0.04, "0.0 s")]
    [InlineData(59.5, "59.5 s")]
    [InlineData(75, "1 min 15 s")]
    [InlineData(3599.7, "1 h 00 min")]
    [InlineData(100000, "27 h 46 min")]
    public void Should_say_durations_shortly(double seconds, string expected) =>
        Assert.Equal(expected, PlotText.Duration(seconds));

    private static JsonElement Figure(TrainingHistory history, PlotOptions? options = null, RunDescription? run = null) =>
        JsonDocument.Parse(GenericChart.toJson(new LearningCurves(history, run ?? Histories.Run).Draw(options))).RootElement;

    private static string Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static double[] Numbers(JsonElement node, string name) =>
        [.. node.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static IEnumerable<string> Annotations(JsonElement figure) =>
        figure.GetProperty("layout").GetProperty("annotations").EnumerateArray().Select(a => Text(a, "text"));
}
