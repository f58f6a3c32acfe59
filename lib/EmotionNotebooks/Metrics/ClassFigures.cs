namespace EmotionNotebooks.Metrics;

/// <summary>The figures of one class.</summary>
/// <param name="Name">The class.</param>
/// <param name="Faces">How many faces have this label (its support).</param>
/// <param name="Predicted">How many faces were predicted as this class.</param>
/// <param name="Precision">The share of right ones among these predictions, with its Wilson interval; null where there is none.</param>
/// <param name="Recall">The share of these faces that was found, with its Wilson interval; null where there is none.</param>
/// <param name="F1">Their harmonic mean, with its bootstrap interval.</param>
public sealed record ClassFigures(
    string Name,
    int Faces,
    int Predicted,
    WilsonInterval? Precision,
    WilsonInterval? Recall,
    BootstrapInterval F1);
