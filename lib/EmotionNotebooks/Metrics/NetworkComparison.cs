namespace EmotionNotebooks.Metrics;

/// <summary>Several networks on the same faces: whether any differ, and which pairs do.</summary>
/// <param name="Overall">Cochran's Q test of all of them.</param>
/// <param name="Pairs">McNemar's test of each pair, in order, with Holm's correction.</param>
public sealed record NetworkComparison(CochranQTest Overall, IReadOnlyList<PairComparison> Pairs)
{
    /// <summary>Compares networks.</summary>
    /// <param name="networks">The predictions of each, at least two, for the same faces in the same order.</param>
    /// <exception cref="ArgumentException">Fewer than two, or the faces differ in number or labels.</exception>
    public static NetworkComparison Of(IReadOnlyList<Predictions> networks)
    {
        var overall = CochranQTest.Of(networks);
        var pairs = (
            from first in Enumerable.Range(0, networks.Count)
            from second in Enumerable.Range(first + 1, networks.Count - first - 1)
            select (First: first, Second: second, Test: McNemarTest.Of(networks[first], networks[second]))).ToArray();
        var corrected = HolmCorrection.Adjust([.. pairs.Select(pair => pair.Test.PValue)]);
        return new(overall, [.. pairs.Select((pair, i) => new PairComparison(pair.First, pair.Second, pair.Test, corrected[i]))]);
    }
}
