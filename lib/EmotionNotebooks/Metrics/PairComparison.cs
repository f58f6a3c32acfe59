namespace EmotionNotebooks.Metrics;

/// <summary>Two of several networks that judged the same faces.</summary>
/// <param name="First">Which one, by its place among the networks.</param>
/// <param name="Second">Which other one.</param>
/// <param name="Test">McNemar's test of the two.</param>
/// <param name="CorrectedPValue">Its p-value by Holm's correction for all pairs.</param>
public sealed record PairComparison(int First, int Second, McNemarTest Test, double CorrectedPValue);
