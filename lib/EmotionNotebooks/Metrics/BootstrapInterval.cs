namespace EmotionNotebooks.Metrics;

/// <summary>A figure with its percentile bootstrap interval.</summary>
/// <param name="Estimate">The figure on all faces; null where it is undefined, as the recall of a class without faces is.</param>
/// <param name="Lower">The interval's lower end; null where fewer than half of the resamples define the figure, or all give the same, as an F1 of 0
/// does: they then say nothing about how sure it is.</param>
/// <param name="Upper">The interval's upper end; null where the lower end is.</param>
/// <param name="Confidence">The level of confidence, such as 0.95.</param>
/// <param name="Resamples">How many resamples define the figure.</param>
public sealed record BootstrapInterval(double? Estimate, double? Lower, double? Upper, double Confidence, int Resamples);
