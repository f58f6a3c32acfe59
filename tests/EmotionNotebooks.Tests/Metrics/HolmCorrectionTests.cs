using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class HolmCorrectionTests
{
    [Fact]
    public void Should_Agree_With_Statsmodels()
    {
        Assert.All(MetricFixtures.Tests.GetProperty("holm").EnumerateArray(), it =>
            MetricFixtures.Near(it.Numbers("adjusted"),
                HolmCorrection.Adjust([.. it.GetProperty("p").EnumerateArray().Select(p => p.GetDouble())]).Select(p => (double?)p)));
    }

    [Fact]
    public void Should_Have_Nothing_To_Correct_When_There_Is_No_Test() => Assert.Empty(HolmCorrection.Adjust([]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Should_Refuse_What_Is_No_Probability(double p) =>
        Assert.StartsWith($"p-value {p}; expected 0 to 1", Assert.Throws<ArgumentException>(() => HolmCorrection.Adjust([0.5, p])).Message,
            StringComparison.Ordinal);
}
