namespace EmotionNotebooks.Metrics;

/// <summary>Class probabilities of a set of faces beside their labels; every metric is computed from these, per example.</summary>
public sealed class Predictions
{
    private readonly float[] _probabilities;
    private readonly byte[] _labels;

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
    }

    /// <summary>Number of examples.</summary>
    public int Count => _labels.Length;

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Number of examples whose most probable class is their label.</summary>
    public int Correct => Enumerable.Range(0, Count).Count(i => Predicted(i) == _labels[i]);

    /// <summary>The label of an example.</summary>
    public byte Label(int example) => _labels[example];

    /// <summary>The probabilities of an example, one per class.</summary>
    public ReadOnlySpan<float> Probabilities(int example) => _probabilities.AsSpan(example * ClassCount, ClassCount);

    /// <summary>The most probable class of an example; the lower one of equals.</summary>
    public int Predicted(int example)
    {
        var row = Probabilities(example);
        var best = 0;
        for (var c = 1; c < row.Length; c++)
        {
            best = row[c] > row[best] ? c : best;
        }

        return best;
    }

    /// <summary>Share of examples that are right, from 0 to 1.</summary>
    public double Accuracy() => Correct / (double)Count;

    /// <summary>Accuracy with its Wilson interval.</summary>
    /// <param name="confidence">Coverage of the interval, above 0 and below 1.</param>
    public WilsonInterval AccuracyInterval(double confidence = 0.95) => WilsonInterval.Of(Correct, Count, confidence);

    /// <summary>Mean negative log probability of the labels, in nats; probabilities count as at least 1e-12.</summary>
    public double LogLoss()
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            sum -= Math.Log(Math.Max(Probabilities(i)[_labels[i]], 1e-12));
        }

        return sum / Count;
    }

    /// <summary>How often each label (row) was predicted as each class (column).</summary>
    public int[,] ConfusionMatrix()
    {
        var counts = new int[ClassCount, ClassCount];
        for (var i = 0; i < Count; i++)
        {
            counts[_labels[i], Predicted(i)]++;
        }

        return counts;
    }
}
