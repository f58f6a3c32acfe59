using EmotionNotebooks.Augmentation;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Nothing")]
public sealed class BetaDistributionTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Should_Have_The_Moments_Of_The_Distribution(double alpha)
    {
        const int n = 20_000;
        var random = new SeededRandom(4);
        var shares = Enumerable.Range(0, n).Select(_ => BetaDistribution.Draw(alpha, random)).ToArray();

        var variance = 1 / (4 * ((2 * alpha) + 1));
        Assert.All(shares, share => Assert.InRange(share, 0, 1));
        Assert.Equal(0.5, shares.Average(), 5 * Math.Sqrt(variance / n));
        Assert.Equal(1, shares.Average(share => Math.Pow(share - 0.5, 2)) / variance, 0.05);
        // The fourth moment parts it from other distributions of that variance: its kurtosis is 3 - 6 / (2α + 3).
        Assert.Equal(3 - (6 / ((2 * alpha) + 3)), shares.Average(share => Math.Pow(share - 0.5, 4)) / (variance * variance), 0.15);
    }
}
