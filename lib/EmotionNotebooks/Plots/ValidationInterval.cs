using EmotionNotebooks.Metrics;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Plots;

/// <summary>The 95% Wilson interval of an epoch's validation accuracy, as plots show it.</summary>
internal readonly record struct ValidationInterval(double Low, double High)
{
    public static ValidationInterval Of(EpochRecord epoch)
    {
        // The record keeps the share; the interval belongs to the count behind it.
        var correct = (long)Math.Round(epoch.ValidationAccuracy * epoch.ValidationCount);
        var interval = WilsonInterval.Of(correct, epoch.ValidationCount);
        return new(interval.Lower, interval.Upper);
    }

    public override string ToString() => PlotText.PercentRange(Low, High);
}
