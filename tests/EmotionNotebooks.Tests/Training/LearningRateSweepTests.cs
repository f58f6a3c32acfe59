using EmotionNotebooks.Training;

namespace EmotionNotebooks.Tests.Training;

[Trait("Needs", "Nothing")]
public sealed class LearningRateSweepTests
{
    [Fact]
    public void Should_hold_what_it_is_given()
    {
        var sweep = new LearningRateSweep([0.1, 0.2], [2, double.NaN], 0.2);

        Assert.Equal((0.1, 0.2, 2.0, 0.2), (sweep.LearningRates[0], sweep.LearningRates[1], sweep.Losses[0], sweep.Suggested));
    }

    [Theory]
    [InlineData(new[] { 0.1 }, new[] { 1.0 }, 0.1, "1 learning rates with 1 losses; expected as many of both, at least 2")]
    [InlineData(new[] { 0.1, 0.2 }, new[] { 1.0 }, 0.1, "2 learning rates with 1 losses")]
    [InlineData(new[] { 0.0, 0.2 }, new[] { 1.0, 1.0 }, 0.1, "learning rate 0 is 0; expected one above 0")]
    [InlineData(new[] { 0.2, 0.2 }, new[] { 1.0, 1.0 }, 0.2, "learning rate 1 is 0.2; expected one above 0.2")]
    [InlineData(new[] { 0.1, double.NaN }, new[] { 1.0, 1.0 }, 0.1, "learning rate 1 is NaN")]
    [InlineData(new[] { 0.1, 0.2 }, new[] { 1.0, 1.0 }, 0.3, "the suggested rate is 0.3; expected one from 0.1 to 0.2")]
    [InlineData(new[] { 0.1, 0.2 }, new[] { 1.0, 1.0 }, double.NaN, "the suggested rate is NaN")]
    public void Should_refuse_what_is_no_sweep(double[] rates, double[] losses, double suggested, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new LearningRateSweep(rates, losses, suggested)).Message, StringComparison.Ordinal);
}
