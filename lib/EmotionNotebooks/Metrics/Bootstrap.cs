using EmotionNotebooks.Data;

namespace EmotionNotebooks.Metrics;

/// <summary>
/// Percentile bootstrap intervals for any figure: the faces are drawn anew, with replacement, and the figure's quantiles over many such draws
/// are the interval (Efron and Tibshirani, "An introduction to the bootstrap", 1993, chapter 13).
/// </summary>
/// <remarks>
/// The interval says how much the figure owes to which faces were judged by; not how it would differ had training gone differently.
/// It is no wider for figures that are biased by the number of faces: that of <see cref="Calibration.ExpectedError"/>, which cannot go below 0,
/// lies too high where the error is small.
/// </remarks>
public static class Bootstrap
{
    /// <summary>Number of resamples where none is given: 2,000.</summary>
    public const int DefaultResamples = 2000;

    /// <summary>The interval of one figure.</summary>
    /// <param name="predictions">What is judged.</param>
    /// <param name="figure">Computes the figure; null where it is undefined. Called by several threads at once.</param>
    /// <param name="random">The resamples depend on its seed alone, not on the number of threads or on what was drawn from it.</param>
    /// <param name="resamples">How often the faces are drawn anew, at least 100.</param>
    /// <param name="confidence">Coverage of the interval, above 0 and below 1.</param>
    public static BootstrapInterval Of(
        Predictions predictions,
        Func<Predictions, double?> figure,
        SeededRandom random,
        int resamples = DefaultResamples,
        double confidence = 0.95) => OfAll(predictions, drawn => [figure(drawn)], random, resamples, confidence)[0];

    /// <summary>The intervals of several figures, from the same resamples.</summary>
    /// <param name="predictions">What is judged.</param>
    /// <param name="figures">Computes the figures, always as many; null for one that is undefined. Called by several threads at once.</param>
    /// <param name="random">As for <see cref="Of"/>.</param>
    /// <param name="resamples">How often the faces are drawn anew, at least 100.</param>
    /// <param name="confidence">Coverage of the intervals, above 0 and below 1.</param>
    public static IReadOnlyList<BootstrapInterval> OfAll(
        Predictions predictions,
        Func<Predictions, double?[]> figures,
        SeededRandom random,
        int resamples = DefaultResamples,
        double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "expected a level between 0 and 1, such as 0.95");
        var drawn = new double?[resamples][];
        Parallel.For(0, resamples, i => drawn[i] = figures(predictions.Select(Draw(predictions.Count, random.Fork("bootstrap", i)))));
        return [.. figures(predictions).Select((estimate, f) => Interval(estimate, [.. drawn.Select(row => row[f])], confidence))];
    }

    private static int[] Draw(int count, SeededRandom random)
    {
        var rows = new int[count];
        for (var i = 0; i < count; i++)
            rows[i] = random.NextInt(count);
        return rows;
    }

    private static BootstrapInterval Interval(double? estimate, double?[] drawn, double confidence)
    {
        double[] values = [.. drawn.OfType<double>().Order()];
        if (estimate is null || values.Length < drawn.Length / 2.0 || values[0] == values[^1])
            return new(estimate, null, null, confidence, values.Length);
        var tail = (1 - confidence) / 2;
        return new(estimate, Quantile(values, tail), Quantile(values, 1 - tail), confidence, values.Length);
    }

    // Linear between the neighbours: Hyndman and Fan's seventh definition, which is numpy's and R's default.
    private static double Quantile(double[] sorted, double probability)
    {
        var position = probability * (sorted.Length - 1);
        var below = Math.Min((int)position, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
