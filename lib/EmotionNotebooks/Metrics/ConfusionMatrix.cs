namespace EmotionNotebooks.Metrics;

/// <summary>
/// How often faces of each label were predicted as each class, and the figures that follow from these counts alone. Immutable.
/// </summary>
/// <remarks>
/// With TP, FP and FN of a class: precision = TP / (TP + FP), recall = TP / (TP + FN), F1 = 2TP / (2TP + FP + FN) (van Rijsbergen,
/// "Information retrieval", 1979). A figure that would divide by zero is null: no face of the class, or no prediction of it. What averages over
/// classes says which it leaves out, in agreement with scikit-learn's defaults.
/// </remarks>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;
    private readonly int[] _faces;
    private readonly int[] _predicted;

    /// <summary>Figures of the given counts, which are copied.</summary>
    /// <param name="counts">Square, one row per label and one column per predicted class, at least 2 classes and 1 face.</param>
    /// <exception cref="ArgumentException">The counts are no confusion matrix.</exception>
    public ConfusionMatrix(int[,] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ClassCount = counts.GetLength(0);
        if (ClassCount < 2 || counts.GetLength(1) != ClassCount)
            throw new ArgumentException($"{ClassCount}×{counts.GetLength(1)} counts; expected as many rows as columns, at least 2", nameof(counts));
        _counts = (int[,])counts.Clone();
        _faces = new int[ClassCount];
        _predicted = new int[ClassCount];
        for (var label = 0; label < ClassCount; label++)
        {
            for (var c = 0; c < ClassCount; c++)
            {
                var count = _counts[label, c];
                if (count < 0)
                    throw new ArgumentException($"{count} faces of label {label} predicted as {c}; expected at least 0", nameof(counts));
                _faces[label] += count;
                _predicted[c] += count;
                Correct += label == c ? count : 0;
            }
        }

        Total = _faces.Sum();
        if (Total == 0)
            throw new ArgumentException("no face; expected at least one", nameof(counts));
    }

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Number of faces (n).</summary>
    public int Total { get; }

    /// <summary>Number of faces that were predicted as their label.</summary>
    public int Correct { get; }

    /// <summary>How many faces of a label were predicted as a class.</summary>
    public int this[int label, int predicted] => _counts[label, predicted];

    /// <summary>How many faces have a label (its support).</summary>
    public int Faces(int label) => _faces[label];

    /// <summary>How many faces were predicted as a class.</summary>
    public int Predicted(int predicted) => _predicted[predicted];

    /// <summary>The share of a label's faces that were predicted as a class: the matrix normalised by row. Null where the label has no face.</summary>
    public double? Share(int label, int predicted) => Ratio(_counts[label, predicted], _faces[label]);

    /// <summary>The share of right ones among the predictions of a class; null where the class was never predicted.</summary>
    public double? Precision(int predicted) => Ratio(_counts[predicted, predicted], _predicted[predicted]);

    /// <summary>The share of a label's faces that were found; null where the label has no face.</summary>
    public double? Recall(int label) => Share(label, label);

    /// <summary>The harmonic mean of precision and recall; 0 where only one of them exists, null where the class neither occurs nor was
    /// predicted.</summary>
    public double? F1(int label) => Ratio(2 * _counts[label, label], _faces[label] + _predicted[label]);

    /// <summary><see cref="Precision"/> with its Wilson interval.</summary>
    /// <param name="predicted">The class.</param>
    /// <param name="confidence">Coverage of the interval, above 0 and below 1.</param>
    public WilsonInterval? PrecisionInterval(int predicted, double confidence = 0.95) =>
        _predicted[predicted] == 0 ? null : WilsonInterval.Of(_counts[predicted, predicted], _predicted[predicted], confidence);

    /// <summary><see cref="Recall"/> with its Wilson interval.</summary>
    /// <param name="label">The class.</param>
    /// <param name="confidence">Coverage of the interval, above 0 and below 1.</param>
    public WilsonInterval? RecallInterval(int label, double confidence = 0.95) =>
        _faces[label] == 0 ? null : WilsonInterval.Of(_counts[label, label], _faces[label], confidence);

    /// <summary>Share of faces that are right, from 0 to 1.</summary>
    public double Accuracy() => Correct / (double)Total;

    /// <summary>The mean recall of the classes that have faces: the accuracy as it would be if all classes were equally frequent (Brodersen et
    /// al., "The balanced accuracy and its posterior distribution", ICPR 2010).</summary>
    public double BalancedAccuracy() => Each(Recall).Average()!.Value;

    /// <summary>The mean F1 of the classes that occur or were predicted.</summary>
    public double MacroF1() => Each(F1).Average()!.Value;

    /// <summary>The mean F1, each class weighted by its number of faces.</summary>
    public double WeightedF1() => Enumerable.Range(0, ClassCount).Sum(c => (F1(c) ?? 0) * _faces[c]) / Total;

    /// <summary>Cohen's kappa: (pₒ − pₑ) / (1 − pₑ), where pₒ is the accuracy and pₑ what chance would give with the same class frequencies. 1 is
    /// full agreement, 0 chance. Null where chance alone agrees fully: one class, and nothing else predicted.</summary>
    /// <remarks>Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960.</remarks>
    public double? CohensKappa()
    {
        // Both sides times n²: whole numbers.
        var all = (long)Total * Total;
        var byChance = Enumerable.Range(0, ClassCount).Sum(c => (long)_faces[c] * _predicted[c]);
        return all == byChance ? null : ((long)Total * Correct - byChance) / (double)(all - byChance);
    }

    /// <summary>The counts, copied: a row per label, a column per predicted class.</summary>
    public int[,] ToArray() => (int[,])_counts.Clone();

    private static double? Ratio(int part, int whole) => whole == 0 ? null : part / (double)whole;

    private IEnumerable<double?> Each(Func<int, double?> figure) => Enumerable.Range(0, ClassCount).Select(figure);
}
