namespace EmotionNotebooks.Metrics;

/// <summary>The faces that were predicted with about the same confidence.</summary>
/// <param name="Low">Confidence lies above this; in the first bin also on it.</param>
/// <param name="High">The highest confidence.</param>
/// <param name="Count">How many faces there are.</param>
/// <param name="Confidence">Their mean confidence; null where there is no face.</param>
/// <param name="Accuracy">The share of them that is right, with its Wilson interval; null where there is no face.</param>
public sealed record ReliabilityBin(double Low, double High, int Count, double? Confidence, WilsonInterval? Accuracy);
