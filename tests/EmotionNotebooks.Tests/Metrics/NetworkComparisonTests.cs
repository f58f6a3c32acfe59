using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class NetworkComparisonTests
{
    [Fact]
    public void Should_Test_Every_Pair_Once_And_Correct_For_All_Of_Them()
    {
        var random = new SeededRandom(1);
        Predictions[] networks = [.. new[] { 0.5, 0.55, 0.8 }.Select(share => Right([.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() < share)]))];

        var comparison = NetworkComparison.Of(networks);

        Assert.Equal([(0, 1), (0, 2), (1, 2)], comparison.Pairs.Select(pair => (pair.First, pair.Second)));
        Assert.Equal(comparison.Pairs.Select(pair => McNemarTest.Of(networks[pair.First], networks[pair.Second])), comparison.Pairs.Select(pair => pair.Test));
        Assert.Equal(HolmCorrection.Adjust([.. comparison.Pairs.Select(pair => pair.Test.PValue)]), comparison.Pairs.Select(pair => pair.CorrectedPValue));
        Assert.Equal(CochranQTest.Of(networks), comparison.Overall);
        Assert.True(comparison.Pairs[1].CorrectedPValue < 0.001 && comparison.Pairs[0].CorrectedPValue > 0.05);
    }

    private static Predictions Right(bool[] right) =>
        new([.. right.SelectMany(isRight => isRight ? new[] { 1f, 0f } : [0f, 1f])], new byte[right.Length], 2);
}
