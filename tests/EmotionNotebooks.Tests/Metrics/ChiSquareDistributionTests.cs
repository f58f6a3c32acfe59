using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class ChiSquareDistributionTests
{
    [Fact]
    public void Should_Agree_With_Scipy()
    {
        Assert.All(MetricFixtures.Tests.GetProperty("chiSquare").EnumerateArray(), it =>
        {
            var expected = it.GetProperty("p").GetDouble();
            var actual = ChiSquareDistribution.Survival(it.GetProperty("x").GetDouble(), it.GetProperty("degrees").GetInt32());
            // Relative, since tails are small.
            Assert.Equal(expected, actual, 1e-12 * expected);
        });
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, 0)]
    public void Should_Refuse_What_Is_No_Statistic_Or_Number_Of_Degrees(double value, int degrees) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.Survival(value, degrees));

    [Fact]
    public void Should_End_At_Zero_When_The_Statistic_Is_Infinite() =>
        Assert.Equal(0, ChiSquareDistribution.Survival(double.PositiveInfinity, 3));
}
