using System.Globalization;

namespace EmotionNotebooks.Metrics;

/// <summary>
/// The Wilson score interval of a proportion, such as an accuracy: honest for small counts and near 0 and 1, where the normal
/// approximation leaves [0, 1]. (Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927; recommended by
/// Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16, 2001.)
/// </summary>
public sealed record WilsonInterval
{
    private WilsonInterval(long successes, long total, double confidence, double lower, double upper) =>
        (Successes, Total, Confidence, Lower, Upper) = (successes, total, confidence, lower, upper);

    /// <summary>How many cases succeeded.</summary>
    public long Successes { get; }

    /// <summary>How many cases there were (n).</summary>
    public long Total { get; }

    /// <summary>The level of confidence, such as 0.95.</summary>
    public double Confidence { get; }

    /// <summary>The proportion: <see cref="Successes"/> / <see cref="Total"/>.</summary>
    public double Estimate => (double)Successes / Total;

    /// <summary>The interval's lower end, at least 0.</summary>
    public double Lower { get; }

    /// <summary>The interval's upper end, at most 1.</summary>
    public double Upper { get; }

    /// <summary>Computes the interval, two-sided and without continuity correction.</summary>
    /// <param name="successes">0 to <paramref name="total"/>.</param>
    /// <param name="total">The number of cases, at least 1.</param>
    /// <param name="confidence">Between 0 and 1, both excluded; 0.95 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static WilsonInterval Of(long successes, long total, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, total);
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "expected a level between 0 and 1, such as 0.95");
        double n = total;
        var p = successes / n;
        // The upper tail by symmetry: 1 − (1 − c)/2 would lose the digits of a confidence near 1.
        var z = -NormalDistribution.Quantile((1 - confidence) / 2);
        var square = z * z;
        var centre = (p + square / (2 * n)) / (1 + square / n);
        var half = z / (1 + square / n) * Math.Sqrt(p * (1 - p) / n + square / (4 * n * n));
        // At the ends the exact bound is 0 or 1, and rounding must not leave it.
        return new(successes, total, confidence,
            successes == 0 ? 0 : Math.Max(0, centre - half),
            successes == total ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>Such as "66.12% (95% interval 64.55–67.66%, n = 3,589)".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Estimate * 100:0.00}% ({Confidence * 100:0.##}% interval {Lower * 100:0.00}–{Upper * 100:0.00}%, n = {Total:N0})");
}
