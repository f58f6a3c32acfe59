namespace EmotionNotebooks.Metrics;

/// <summary>
/// How far confidence (the probability of the most probable class) and accuracy agree, in equally wide bins of confidence (Guo et al., "On
/// calibration of modern neural networks", ICML 2017). Immutable.
/// </summary>
public sealed class Calibration
{
    /// <summary>Number of bins where none is given: 15, as in the source.</summary>
    public const int DefaultBins = 15;

    private Calibration(IReadOnlyList<ReliabilityBin> bins, double expectedError) => (Bins, ExpectedError) = (bins, expectedError);

    /// <summary>The bins from 0 to 1, empty ones too; a confidence on an edge belongs to the lower bin.</summary>
    public IReadOnlyList<ReliabilityBin> Bins { get; }

    /// <summary>The expected calibration error (ECE): the mean over faces of |accuracy − confidence| of their bin, from 0 to 1. It is above 0 by
    /// chance even where confidence is perfect, the more so the fewer faces there are.</summary>
    public double ExpectedError { get; }

    /// <summary>Sorts predictions into bins.</summary>
    /// <param name="predictions">What to judge.</param>
    /// <param name="bins">Number of bins, at least 1.</param>
    public static Calibration Of(Predictions predictions, int bins = DefaultBins)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var (counts, right, confidence) = (new int[bins], new int[bins], new double[bins]);
        for (var i = 0; i < predictions.Count; i++)
        {
            double sure = predictions.Confidence(i);
            var bin = Math.Clamp((int)Math.Ceiling(sure * bins) - 1, 0, bins - 1);
            counts[bin]++;
            right[bin] += predictions.IsCorrect(i) ? 1 : 0;
            confidence[bin] += sure;
        }

        var gaps = Enumerable.Range(0, bins).Sum(bin => Math.Abs(right[bin] - confidence[bin]));
        return new([.. Enumerable.Range(0, bins).Select(Bin)], gaps / predictions.Count);

        ReliabilityBin Bin(int bin) => new(
            bin / (double)bins,
            (bin + 1) / (double)bins,
            counts[bin],
            counts[bin] == 0 ? null : confidence[bin] / counts[bin],
            counts[bin] == 0 ? null : WilsonInterval.Of(right[bin], counts[bin]));
    }
}
