namespace EmotionNotebooks.Metrics;

/// <summary>
/// McNemar's test of whether two networks that judged the same faces are equally often right (McNemar, "Note on the sampling error of the
/// difference between correlated proportions or percentages", Psychometrika 12, 1947). Only the faces on which one is right and the other
/// wrong say anything.
/// </summary>
/// <remarks>
/// With b and c such faces: below <see cref="ExactBelow"/> of them the exact binomial test, P = 2·P(X ≤ min(b, c)), X from Binomial(b + c, ½), at
/// most 1; otherwise chi-square with one degree and Edwards' continuity correction, (|b − c| − 1)² / (b + c), which is 0 for b = c.
/// It takes the two networks as given: that one training beats another of the same kind by chance is not in it.
/// </remarks>
public sealed record McNemarTest
{
    /// <summary>The exact test is used below so many faces on which the two disagree: 25.</summary>
    public const int ExactBelow = 25;

    private McNemarTest(int bothRight, int onlyFirst, int onlySecond, int bothWrong) =>
        (BothRight, OnlyFirst, OnlySecond, BothWrong) = (bothRight, onlyFirst, onlySecond, bothWrong);

    /// <summary>Faces that both got right.</summary>
    public int BothRight { get; }

    /// <summary>Faces that only the first got right (b).</summary>
    public int OnlyFirst { get; }

    /// <summary>Faces that only the second got right (c).</summary>
    public int OnlySecond { get; }

    /// <summary>Faces that both got wrong.</summary>
    public int BothWrong { get; }

    /// <summary>Number of faces (n).</summary>
    public int Count => BothRight + OnlyFirst + OnlySecond + BothWrong;

    /// <summary>Whether the p-value is that of the exact test.</summary>
    public bool IsExact => OnlyFirst + OnlySecond < ExactBelow;

    /// <summary>The chi-square statistic; null where the test is exact.</summary>
    public double? Statistic
    {
        get
        {
            double gap = Math.Max(0, Math.Abs(OnlyFirst - OnlySecond) - 1);
            return IsExact ? null : gap * gap / (OnlyFirst + OnlySecond);
        }
    }

    /// <summary>The probability of a difference at least as large where the two are equally good, two-sided; 1 where they never disagree.</summary>
    public double PValue => Statistic is { } statistic ? ChiSquareDistribution.Survival(statistic, 1) : Exact();

    /// <summary>Accuracy of the first minus that of the second.</summary>
    public double Difference => (OnlyFirst - OnlySecond) / (double)Count;

    /// <summary>Tests two networks.</summary>
    /// <param name="first">Predictions of the one.</param>
    /// <param name="second">Predictions of the other, for the same faces in the same order.</param>
    /// <exception cref="ArgumentException">The faces differ in number or labels.</exception>
    public static McNemarTest Of(Predictions first, Predictions second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        PairedFaces.Require(first, second);
        var counts = new int[4];
        for (var i = 0; i < first.Count; i++)
            counts[(first.IsCorrect(i) ? 0 : 2) + (second.IsCorrect(i) ? 0 : 1)]++;
        return new(counts[0], counts[1], counts[2], counts[3]);
    }

    /// <summary>Tests two networks of which it is known how often each was right.</summary>
    /// <param name="bothRight">Faces that both got right.</param>
    /// <param name="onlyFirst">Faces that only the first got right.</param>
    /// <param name="onlySecond">Faces that only the second got right.</param>
    /// <param name="bothWrong">Faces that both got wrong.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there is no face.</exception>
    public static McNemarTest Of(int bothRight, int onlyFirst, int onlySecond, int bothWrong)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bothRight);
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        ArgumentOutOfRangeException.ThrowIfNegative(bothWrong);
        ArgumentOutOfRangeException.ThrowIfZero(bothRight + onlyFirst + onlySecond + bothWrong);
        return new(bothRight, onlyFirst, onlySecond, bothWrong);
    }

    /// <summary>An interval of <see cref="Difference"/>: Wald's after half a face is added to each of the four counts (Agresti and Min, "Simple
    /// improved confidence intervals for comparing matched proportions", Statistics in Medicine 24, 2005), cut to −1…1.</summary>
    /// <param name="confidence">Coverage of the interval, above 0 and below 1.</param>
    public (double Lower, double Upper) DifferenceInterval(double confidence = 0.95)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "expected a level between 0 and 1, such as 0.95");
        var (n, b, c) = (Count + 2.0, OnlyFirst + 0.5, OnlySecond + 0.5);
        var half = -NormalDistribution.Quantile((1 - confidence) / 2) * Math.Sqrt(b + c - (b - c) * (b - c) / n) / n;
        return (Math.Max(-1, (b - c) / n - half), Math.Min(1, (b - c) / n + half));
    }

    private double Exact()
    {
        var n = OnlyFirst + OnlySecond;
        var (ways, sum) = (1.0, 0.0);
        for (var k = 0; k <= Math.Min(OnlyFirst, OnlySecond); k++)
        {
            sum += ways;
            ways = ways * (n - k) / (k + 1);
        }

        return Math.Min(1, 2 * sum / Math.Pow(2, n));
    }
}
