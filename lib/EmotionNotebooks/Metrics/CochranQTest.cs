namespace EmotionNotebooks.Metrics;

/// <summary>
/// Cochran's Q test of whether several networks that judged the same faces are equally often right (Cochran, "The comparison of percentages in
/// matched samples", Biometrika 37, 1950); for two of them it is McNemar's without correction.
/// </summary>
/// <remarks>
/// Q = (k − 1)(kΣG² − (ΣG)²) / (kΣL − ΣL²), where G is how many faces each of k networks got right and L how many networks got each face right;
/// chi-square with k − 1 degrees. Where no face tells the networks apart Q is 0 and P is 1.
/// </remarks>
/// <param name="Statistic">Q, at least 0.</param>
/// <param name="Degrees">Degrees of freedom: one less than networks.</param>
/// <param name="PValue">The probability of a Q at least as large where all are equally good.</param>
public sealed record CochranQTest(double Statistic, int Degrees, double PValue)
{
    /// <summary>Tests several networks.</summary>
    /// <param name="networks">The predictions of each, at least two, for the same faces in the same order.</param>
    /// <exception cref="ArgumentException">Fewer than two, or the faces differ in number or labels.</exception>
    public static CochranQTest Of(IReadOnlyList<Predictions> networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        if (networks.Count < 2)
            throw new ArgumentException($"{networks.Count} networks to compare; expected at least 2", nameof(networks));
        foreach (var network in networks)
            PairedFaces.Require(networks[0], network);
        long k = networks.Count;
        long[] byNetwork = [.. networks.Select(network => (long)network.Correct)];
        long[] byFace = [.. Enumerable.Range(0, networks[0].Count).Select(i => networks.LongCount(network => network.IsCorrect(i)))];
        var spread = k * byNetwork.Sum(g => g * g) - byNetwork.Sum() * byNetwork.Sum();
        var within = k * byFace.Sum() - byFace.Sum(l => l * l);
        var q = within == 0 ? 0 : (k - 1) * spread / (double)within;
        return new(q, (int)k - 1, ChiSquareDistribution.Survival(q, (int)k - 1));
    }
}
