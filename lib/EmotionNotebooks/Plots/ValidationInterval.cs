using EmotionNotebooks.Metrics;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Plots;

/// <summary>The 95% interval of a validation accuracy after Wilson (1927), which stays inside 0 to 1.</summary>
internal readonly record struct ValidationInterval(double Low, double High)
{
    public static ValidationInterval Of(EpochRecord epoch)
    {
        var right = (long)Math.Round(epoch.ValidationAccuracy * epoch.ValidationCount);
        var interval = WilsonInterval.Of(right, epoch.ValidationCount);
        return new(interval.Lower, interval.Upper);
    }

    public override string ToString() => PlotText.PercentRange(Low, High);
}
