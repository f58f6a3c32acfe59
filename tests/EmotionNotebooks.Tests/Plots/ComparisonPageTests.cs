using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Browser")]
public sealed class ComparisonPageTests
{
    private static readonly FaceSet Judged = FakeFaces.Bars(40, Split.PublicTest);

    [Fact]
    public void Should_hold_the_networks_and_the_test_of_each_pair()
    {
        // The second misses the first ten faces, the third is the first again.
        Predictions[] said = [Right(0), Right(10), Right(0)];
        var comparison = NetworkComparison.Of(said);
        ModelScore[] models =
        [
            new("good", said[0].AccuracyInterval()) { LogLoss = said[0].LogLoss(), Parameters = 1234, MultiplyAdds = 5_600_000, Weights = "a.safetensors" },
            new(Judgements.HostileName, said[1].AccuracyInterval()),
            new("good", said[2].AccuracyInterval()),
        ];

        var own = PlotPages.RequireSelfContained(ComparisonPage.ToHtml(models, comparison, Judged));

        Assert.Contains("<th scope=\"row\">1. good</th><td>100.00%</td><td>91.24–100.00%</td><td>40</td>", own, StringComparison.Ordinal);
        Assert.Contains("<td>1,234</td><td>5.6 M</td><td class=\"text\">a.safetensors</td>", own, StringComparison.Ordinal);
        var test = comparison.Pairs[0].Test;
        var (low, high) = test.DifferenceInterval();
        Assert.Contains(
            $"<td>+25.00</td><td>{100 * low:+0.00} to {100 * high:+0.00}</td><td>10</td><td>0</td><td>{test.PValue:0.0000} exact</td><td>{comparison.Pairs[0].CorrectedPValue:0.0000}</td>",
            own,
            StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">1. good – 3. good</th><td>0.00</td>", own, StringComparison.Ordinal);
        Assert.Contains($"Cochran’s Q {comparison.Overall.Statistic:0.00}, P", own, StringComparison.Ordinal);
        Assert.Equal(["1. good", "3. good"], PlotPages.Figures(own).Texts("comparison", "dark", "wide", "layout", "yaxis", "ticktext").Take(2));
    }

    [Fact]
    public void Should_refuse_tests_of_other_networks()
    {
        var comparison = NetworkComparison.Of([Right(0), Right(1)]);
        ModelScore[] models = [new("a", WilsonInterval.Of(1, 2)), new("b", WilsonInterval.Of(1, 2)), new("c", WilsonInterval.Of(1, 2))];

        var error = Assert.Throws<ArgumentException>(() => ComparisonPage.ToHtml(models, comparison, Judged));
        Assert.Equal("3 networks with tests of 1 pairs; expected at least 2, with a test for each pair", error.Message);
        Assert.Throws<ArgumentException>(() => ComparisonPage.ToHtml(models[..1], comparison, Judged));
    }

    /// <summary>Sure predictions that are right but for the first few.</summary>
    private static Predictions Right(int wrong)
    {
        var probabilities = new float[Judged.Count * 7];
        for (var i = 0; i < Judged.Count; i++)
            probabilities[i * 7 + (Judged.Labels[i] + (i < wrong ? 1 : 0)) % 7] = 1;
        return new(probabilities, Judged.Labels.ToArray(), 7);
    }
}
