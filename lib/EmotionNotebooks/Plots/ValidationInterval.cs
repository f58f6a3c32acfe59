using EmotionNotebooks.Training;

namespace EmotionNotebooks.Plots;

/// <summary>The 95% interval of a validation accuracy after Wilson (1927), which stays inside 0 to 1.</summary>
internal readonly record struct ValidationInterval(double Low, double High)
{
    private const double Z = 1.959963984540054;

    public static ValidationInterval Of(EpochRecord epoch)
    {
        double n = epoch.ValidationCount;
        var share = epoch.ValidationAccuracy;
        var scale = 1 + (Z * Z / n);
        var centre = (share + (Z * Z / (2 * n))) / scale;
        var half = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n))) / scale;
        return new(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    public override string ToString() => PlotText.PercentRange(Low, High);
}
