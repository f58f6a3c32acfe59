using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Nothing")]
public sealed class ReliabilityPlotTests
{
    private static readonly Evaluation Judged = Judgements.Small().Evaluation;

    [Fact]
    public void Should_draw_accuracy_at_the_mean_confidence_of_each_bin_that_has_faces()
    {
        // Confidences 0.5 (right), 0.5 (wrong), 0.6 (wrong), 0.7 (right), 0.9 (right), 0.9 (wrong), in fifteenths.
        var trace = new ReliabilityPlot(Judged).Json().At("data", 1);

        Assert.Equal([0.5, 0.6, 0.7, 0.9], trace.Numbers("x").Select(x => Math.Round(x, 6)));
        Assert.Equal([0.5, 0, 1, 0.5], trace.Numbers("y"));
    }

    [Fact]
    public void Should_put_the_wilson_interval_at_each_point()
    {
        var trace = new ReliabilityPlot(Judged).Json().At("data", 1);

        WilsonInterval[] expected = [WilsonInterval.Of(1, 2), WilsonInterval.Of(0, 1), WilsonInterval.Of(1, 1), WilsonInterval.Of(1, 2)];
        Assert.Equal(expected.Select(it => it.Upper - it.Estimate), trace.Numbers("error_y", "array"));
        Assert.Equal(expected.Select(it => it.Estimate - it.Lower), trace.Numbers("error_y", "arrayminus"));
    }

    [Fact]
    public void Should_count_faces_per_bin_below()
    {
        var trace = new ReliabilityPlot(Judged).Json().At("data", 2);

        Assert.Equal(("bar", "y2"), (trace.Text("type"), trace.Text("yaxis")));
        Assert.Equal(15, trace.Numbers("y").Length);
        Assert.Equal([2, 1, 1, 2], trace.Numbers("y").Where(count => count > 0));
        Assert.Equal(1 / 30.0, trace.Numbers("x")[0], 12);
        Assert.Equal("confidence 0.0–6.7%: 0 faces", trace.Text("text", 0));
        Assert.Contains("accuracy 50.0%, 95% interval 9.5–90.5%", trace.Text("text", 13), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_note_the_calibration_error_with_its_interval_and_the_mean_confidence()
    {
        var error = Judged.CalibrationError;
        var notes = new ReliabilityPlot(Judged).Json().Annotations();

        Assert.Contains($"ECE {100 * error.Estimate:0.00}% (95% interval {100 * error.Lower:0.00}–{100 * error.Upper:0.00}%)", notes);
        Assert.Contains("mean confidence 68.3%, accuracy 50.0%", notes);
    }

    [Fact]
    public void Should_draw_the_diagonal_first_and_keep_notes_short_when_narrow()
    {
        var figure = new ReliabilityPlot(Judged).Json(new() { Narrow = true });

        Assert.Equal([0, 1], figure.Numbers("data", 0, "y"));
        Assert.All(figure.Annotations(), note => Assert.InRange(note.Length, 1, 32));
    }

    [Fact]
    public void Should_draw_a_single_sure_face()
    {
        var face = FakeFaces.Bars(8, Split.PublicTest).Select([3]);
        var sure = Evaluation.Of(new Predictions([0, 0, 0, 1, 0, 0, 0], [3], 7), face, resamples: 100);

        var figure = new ReliabilityPlot(sure).Json();

        Assert.Equal([1.0], figure.Numbers("data", 1, "x"));
        Assert.Equal([1.0], figure.Numbers("data", 1, "y"));
        Assert.Contains("ECE 0.00% (95% interval –)", figure.Annotations());
    }
}
