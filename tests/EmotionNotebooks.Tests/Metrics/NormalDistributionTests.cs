using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class NormalDistributionTests
{
    // Python's statistics.NormalDist().inv_cdf; the first four stand in every table.
    [Theory]
    [InlineData(0.975, 1.95996398454005)]
    [InlineData(0.995, 2.5758293035489)]
    [InlineData(0.95, 1.64485362695147)]
    [InlineData(0.9995, 3.29052673149193)]
    [InlineData(0.5, 0)]
    [InlineData(0.3, -0.524400512708041)]
    [InlineData(1e-10, -6.36134090240406)]
    [InlineData(1e-300, -37.0470962993612)]
    public void Should_give_the_tabulated_quantiles(double probability, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(probability), 2e-14 * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void Should_refuse_what_is_no_probability(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(probability));
}
