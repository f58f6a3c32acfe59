using System.Text.Json;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Nothing")]
public sealed class ConfusionMatrixPlotTests
{
    private static readonly ConfusionMatrixPlot Plot = new(Judgements.Small().Evaluation);

    [Fact]
    public void Should_colour_by_share_of_the_row_and_leave_a_class_without_faces_empty()
    {
        var trace = Plot.Json().At("data", 0);

        Assert.Equal("heatmap", trace.Text("type"));
        Assert.Equal([0.5, 0.25, 0.25], trace.Numbers("z", 0));
        Assert.Equal([0.5, 0.5, 0], trace.Numbers("z", 1));
        Assert.All(trace.At("z", 2).EnumerateArray(), cell => Assert.Equal((JsonValueKind.String, "NaN"), (cell.ValueKind, cell.GetString())));
        Assert.All(trace.Texts("text", 2), Assert.Empty);
        Assert.Equal((0, 1), (trace.Number("zmin"), trace.Number("zmax")));
    }

    [Fact]
    public void Should_show_share_and_count_in_each_cell_and_names_when_hovered()
    {
        var trace = Plot.Json().At("data", 0);

        Assert.Matches("^<span style=\"color: #......\">25.0%<br><span style=\"font-size: 11px\">1</span></span>$", trace.Text("text", 0, 1));
        Assert.Equal("label <b>calm</b>, predicted <b>cross</b><br>1 of 4 faces (25.0%)", trace.Text("customdata", 0, 1));
        Assert.Equal("label <b>odd</b>, predicted <b>calm</b><br>0 of 0 faces", trace.Text("customdata", 2, 0));
    }

    [Fact]
    public void Should_put_labels_in_rows_from_the_top_and_predictions_in_columns()
    {
        var layout = Plot.Json().At("layout");

        Assert.Equal(["calm", "cross", "odd"], layout.Texts("xaxis", "ticktext"));
        Assert.Equal(["calm (4)", "cross (2)", "odd (0)"], layout.Texts("yaxis", "ticktext"));
        Assert.Equal([2.5, -0.5], layout.Numbers("yaxis", "range"));
        Assert.Equal(("Predicted", "Label"), (layout.Text("xaxis", "title", "text"), layout.Text("yaxis", "title", "text")));
        Assert.Contains("n = 6 · accuracy 50.00% (95% interval 18.76–81.24%) · net, a.safetensors", layout.Text("title", "text"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_write_readable_text_on_every_cell_in_both_themes()
    {
        foreach (var theme in new[] { PlotTheme.Light, PlotTheme.Dark })
        {
            for (var share = 0.0; share <= 1; share += 0.01)
            {
                var cell = CellColor.Mix(theme.Low, theme.High, share);
                Assert.True(CellColor.Contrast(cell, CellColor.TextOn(cell)) >= 4.5, $"{theme.Name} {share}: {cell}");
            }
        }
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#123456", "#123456", 1)]
    public void Should_measure_contrast_as_the_guidelines_do(string first, string second, double expected) =>
        Assert.Equal(expected, CellColor.Contrast(first, second), 2);

    [Fact]
    public void Should_mix_colours_in_a_straight_line() =>
        Assert.Equal(["#102030", "#182c40", "#203850"], new[] { 0, 0.5, 1 }.Select(share => CellColor.Mix("#102030", "#203850", share)));

    [Fact]
    public void Should_escape_names_and_shorten_them_at_the_axes()
    {
        var figure = new ConfusionMatrixPlot(Judgements.Hostile().Evaluation).Json();

        Assert.Equal("&lt;/script…%{y}", figure.Text("layout", "xaxis", "ticktext", 0));
        Assert.Contains("label <b>&lt;/script&gt;", figure.Text("data", 0, "customdata", 0, 0), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", figure.Text("data", 0, "customdata", 0, 0), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", figure.Text("layout", "title", "text"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_in_words_what_was_found() =>
        Assert.Contains("calm 50.0%, cross 50.0%, odd none.", Plot.Summary, StringComparison.Ordinal);
}
