using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Nothing")]
public sealed class LearningRatePlotTests
{
    private static readonly double[] Rates = [1e-4, 1e-3, 1e-2, 1e-1, 1];

    [Fact]
    public void Should_draw_losses_over_the_logarithm_of_the_rate_and_mark_the_suggestion()
    {
        var figure = new LearningRatePlot(new(Rates, [2.0, 1.5, 1.0, 1.2, 9], 1e-3), Histories.Run).Json();

        Assert.Equal(Rates, figure.Numbers("data", 0, "x"));
        Assert.Equal([2.0, 1.5, 1.0, 1.2, 9], figure.Numbers("data", 0, "y"));
        Assert.Equal([1e-3], figure.Numbers("data", 1, "x"));
        Assert.Equal([1.5], figure.Numbers("data", 1, "y"));
        Assert.Equal("log", figure.Text("layout", "xaxis", "type"));
        Assert.Equal(1e-3, figure.Number("layout", "shapes", 0, "x0"));
        Assert.Equal(-3, figure.Number("layout", "annotations", 1, "x"), 12);
        Assert.Equal("<b>0.001</b> suggested", figure.Annotations()[1]);
        var title = figure.Text("layout", "title", "text");
        Assert.Contains("Learning-rate finder: small-vgg on FER-2013", title, StringComparison.Ordinal);
        Assert.Contains("suggested 0.001 · 5 steps · SGD 0.01, batch 64", title, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_cut_off_where_training_diverges()
    {
        var range = new LearningRatePlot(new(Rates, [2.0, 1.5, 1.0, 1.2, 900], 1e-3), Histories.Run).Json().Numbers("layout", "yaxis", "range");

        Assert.InRange(range[0], 0.8, 1.0);
        Assert.InRange(range[1], 2.0, 2.5);
    }

    [Fact]
    public void Should_put_a_suggestion_between_two_rates_on_the_line_between_their_losses()
    {
        var figure = new LearningRatePlot(new(Rates, [2.0, 1.5, 1.0, 1.2, 9], Math.Sqrt(1e-3 * 1e-2)), Histories.Run).Json();

        Assert.Equal(1.25, figure.Number("data", 1, "y", 0), 9);
    }

    [Fact]
    public void Should_say_so_when_the_loss_is_not_finite()
    {
        var figure = new LearningRatePlot(new(Rates, [2.0, 1.5, 1.0, double.NaN, double.PositiveInfinity], 1e-3), Histories.Run).Json();

        Assert.Equal("NaN", figure.Text("data", 0, "y", 3));
        Assert.Contains("loss is not finite from rate 0.1", figure.Annotations());
        Assert.All(figure.Numbers("layout", "yaxis", "range"), value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 1)]
    [InlineData(double.NaN, double.NaN)]
    public void Should_show_every_loss_inside_the_axis_when_it_only_grows_or_stays_or_is_none(double first, double second)
    {
        var range = new LearningRatePlot(new([0.1, 0.2], [first, second], 0.1), Histories.Run).Json().Numbers("layout", "yaxis", "range");

        Assert.True(range[0] < range[1]);
        Assert.All(new[] { first, second }.Where(double.IsFinite), loss => Assert.InRange(loss, range[0], range[1]));
    }
}
