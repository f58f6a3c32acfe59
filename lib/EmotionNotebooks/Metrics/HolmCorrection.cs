namespace EmotionNotebooks.Metrics;

/// <summary>Holm's correction of p-values for several tests at once (Holm, "A simple sequentially rejective multiple test procedure",
/// Scandinavian Journal of Statistics 6, 1979): whoever calls those below α different is wrong anywhere with a probability of at most α.</summary>
public static class HolmCorrection
{
    /// <summary>The corrected p-values: the smallest times their number m, the next times m − 1 and so on, none below the one before, at most
    /// 1.</summary>
    /// <param name="pValues">From 0 to 1, in any order.</param>
    /// <returns>In the same order.</returns>
    /// <exception cref="ArgumentException">A value is no probability.</exception>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        if (pValues.Any(p => !(p is >= 0 and <= 1)))
            throw new ArgumentException($"p-value {pValues.First(p => !(p is >= 0 and <= 1))}; expected 0 to 1", nameof(pValues));
        var adjusted = new double[pValues.Count];
        var (left, last) = (pValues.Count, 0.0);
        foreach (var test in Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]))
            adjusted[test] = last = Math.Max(last, Math.Min(1, left-- * pValues[test]));
        return adjusted;
    }
}
