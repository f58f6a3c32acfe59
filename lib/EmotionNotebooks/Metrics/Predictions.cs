namespace EmotionNotebooks.Metrics;

/// <summary>Class probabilities of a set of faces beside their labels; every metric is computed from these, per example. Immutable.</summary>
public sealed class Predictions
{
    private readonly float[] _probabilities;
    private readonly byte[] _labels;
    private readonly byte[] _predicted;
    private readonly int[]? _rows;

    /// <summary>Predictions over the given arrays, which must not be changed afterwards (they are not copied).</summary>
    /// <param name="probabilities">N × classes, row by row; each row sums to 1.</param>
    /// <param name="labels">N labels below <paramref name="classCount"/>.</param>
    /// <param name="classCount">Number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">The lengths disagree, a label is out of range, or a probability is no number from 0 to 1.</exception>
    public Predictions(float[] probabilities, byte[] labels, int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 2);
        if (labels.Length == 0 || probabilities.Length != labels.Length * classCount)
        {
            throw new ArgumentException($"{probabilities.Length} probabilities for {labels.Length} labels of {classCount} classes");
        }

        if (Array.FindIndex(labels, label => label >= classCount) is var bad and >= 0)
        {
            throw new ArgumentException($"label {labels[bad]} of example {bad} is not below {classCount}");
        }

        if (Array.FindIndex(probabilities, p => !(p is >= 0 and <= 1.0001f)) is var wrong and >= 0)
        {
            throw new ArgumentException($"probability {probabilities[wrong]} of example {wrong / classCount} is not from 0 to 1");
        }

        _probabilities = probabilities;
        _labels = labels;
        ClassCount = classCount;
        _predicted = new byte[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            _predicted[i] = MostProbable(Probabilities(i));
        }
    }

    private Predictions(Predictions all, int[] rows)
    {
        (_probabilities, _labels, _predicted, ClassCount) = (all._probabilities, all._labels, all._predicted, all.ClassCount);
        _rows = all._rows is null ? rows : Array.ConvertAll(rows, row => all._rows[row]);
    }

    /// <summary>Number of examples.</summary>
    public int Count => _rows?.Length ?? _labels.Length;

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Number of examples whose most probable class is their label.</summary>
    public int Correct => CountWhere(IsCorrect);

    /// <summary>The label of an example.</summary>
    public byte Label(int example) => _labels[Row(example)];

    /// <summary>The probabilities of an example, one per class.</summary>
    public ReadOnlySpan<float> Probabilities(int example) => _probabilities.AsSpan(Row(example) * ClassCount, ClassCount);

    /// <summary>The most probable class of an example; the lower one of equals.</summary>
    public int Predicted(int example) => _predicted[Row(example)];

    /// <summary>Whether the most probable class of an example is its label.</summary>
    public bool IsCorrect(int example) => _predicted[Row(example)] == _labels[Row(example)];

    /// <summary>The probability of an example's most probable class.</summary>
    public float Confidence(int example) => Probabilities(example)[Predicted(example)];

    /// <summary>Some of the examples, in the order of the rows; a row may stand there more than once. No probability is copied.</summary>
    /// <param name="rows">Examples, at least one, each 0 to <see cref="Count"/> − 1. Not to be changed afterwards.</param>
    /// <exception cref="ArgumentException">No row, or one that there is not.</exception>
    public Predictions Select(int[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length == 0)
        {
            throw new ArgumentException("no example is selected; expected at least one", nameof(rows));
        }

        if (Array.FindIndex(rows, row => (uint)row >= (uint)Count) is var bad and >= 0)
        {
            throw new ArgumentException($"example {rows[bad]} of {Count} is selected; expected 0 to {Count - 1}", nameof(rows));
        }

        return new(this, rows);
    }

    /// <summary>Share of examples that are right, from 0 to 1.</summary>
    public double Accuracy() => Correct / (double)Count;

    /// <summary>Accuracy with its Wilson interval.</summary>
    /// <param name="confidence">Coverage of the interval, above 0 and below 1.</param>
    public WilsonInterval AccuracyInterval(double confidence = 0.95) => WilsonInterval.Of(Correct, Count, confidence);

    /// <summary>Share of examples whose label is among the <paramref name="k"/> most probable classes, with its Wilson interval. Of classes that
    /// are equally probable the lower one counts as the more probable, so that k = 1 gives the accuracy.</summary>
    /// <param name="k">1 to <see cref="ClassCount"/>, where every example is right.</param>
    /// <param name="confidence">Coverage of the interval, above 0 and below 1.</param>
    public WilsonInterval TopInterval(int k, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, ClassCount);
        return WilsonInterval.Of(CountWhere(i => RankOfLabel(i) < k), Count, confidence);
    }

    /// <summary>Mean negative log probability of the labels, in nats; probabilities count as at least 1e-12.</summary>
    public double LogLoss()
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            sum -= Math.Log(Math.Max(Probabilities(i)[Label(i)], 1e-12));
        }

        return sum / Count;
    }

    /// <summary>The Brier score: the mean over examples of Σ(pᶜ − yᶜ)² over all classes, where y is 1 for the label and 0 elsewhere. From 0,
    /// all right and sure, to 2, all wrong and sure; 1 − 1/classes where every class is equally probable.</summary>
    /// <remarks>Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950. scikit-learn's binary
    /// score is half of this.</remarks>
    public double Brier()
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var label = Label(i);
            var row = Probabilities(i);
            for (var c = 0; c < row.Length; c++)
            {
                var error = row[c] - (c == label ? 1.0 : 0.0);
                sum += error * error;
            }
        }

        return sum / Count;
    }

    /// <summary>How often each label (row) was predicted as each class (column).</summary>
    public ConfusionMatrix ConfusionMatrix()
    {
        var counts = new int[ClassCount, ClassCount];
        for (var i = 0; i < Count; i++)
        {
            counts[Label(i), Predicted(i)]++;
        }

        return new(counts);
    }

    /// <summary>How far confidence and accuracy agree.</summary>
    /// <param name="bins">Number of equally wide bins of confidence, at least 1.</param>
    public Calibration Calibration(int bins = Metrics.Calibration.DefaultBins) => Metrics.Calibration.Of(this, bins);

    private static byte MostProbable(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var c = 1; c < row.Length; c++)
        {
            best = row[c] > row[best] ? c : best;
        }

        return (byte)best;
    }

    private int Row(int example) => _rows is null ? example : _rows[example];

    private int RankOfLabel(int example)
    {
        var label = Label(example);
        var row = Probabilities(example);
        var before = 0;
        for (var c = 0; c < row.Length; c++)
        {
            before += row[c] > row[label] || (row[c] == row[label] && c < label) ? 1 : 0;
        }

        return before;
    }

    private int CountWhere(Func<int, bool> holds)
    {
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            count += holds(i) ? 1 : 0;
        }

        return count;
    }
}
