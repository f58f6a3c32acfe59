using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>Cross-entropy as the options ask for it: weighted classes, label smoothing, soft targets, a second head for the votes.</summary>
internal sealed class TrainingLoss : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly int _classes;
    private readonly Tensor? _weights; // (classes)

    /// <param name="options">Smoothing, class weights, the second head's weight.</param>
    /// <param name="faces">The training faces, whose classes are counted.</param>
    /// <param name="device">Where the logits are.</param>
    public TrainingLoss(TrainingOptions options, FaceSet faces, Device device)
    {
        (_options, _classes) = (options, faces.ClassNames.Count);
        using var scope = NewDisposeScope();
        _weights = WeightsOf(options.ClassWeights, faces) is { } weights
            ? tensor(weights).to(device).DetachFromDisposeScope()
            : null;
    }

    /// <summary>The mean loss of a batch.</summary>
    /// <param name="logits">(N, classes), or (N, classes + 8) with the second head.</param>
    /// <param name="targets">Labels (N) int64, or probabilities as wide as the logits.</param>
    public Tensor Of(Tensor logits, Tensor targets)
    {
        // Divided by the faces, not by their weights as the mean would be: where a batch happens to have few of a class, it counts for less.
        var loss = nn.functional.cross_entropy(
            Labels(logits),
            targets.dtype == ScalarType.Int64 ? targets : Labels(targets),
            _weights,
            reduction: nn.Reduction.Sum,
            label_smoothing: _options.LabelSmoothing).div(targets.size(0));
        return _options.VoteHead > 0
            ? loss.add(nn.functional.cross_entropy(Votes(logits), Votes(targets)), alpha: _options.VoteHead)
            : loss;
    }

    /// <summary>How many of a batch were right.</summary>
    /// <param name="logits">As in <see cref="Of"/>.</param>
    /// <param name="labels">(N) int64.</param>
    public Tensor CorrectOf(Tensor logits, Tensor labels) => Labels(logits).argmax(1).eq(labels).sum();

    /// <inheritdoc/>
    public void Dispose() => _weights?.Dispose();

    /// <summary>The weight of each class, whose mean over the faces is 1; null where all count the same.</summary>
    internal static float[]? WeightsOf(ClassWeighting weighting, FaceSet faces)
    {
        if (weighting == ClassWeighting.None)
        {
            return null;
        }

        var counts = new int[faces.ClassNames.Count];
        foreach (var label in faces.Labels)
        {
            counts[label]++;
        }

        // A class without faces weighs nothing; it can't be met.
        var inverse = Array.ConvertAll(counts, count => count == 0 ? 0 : weighting == ClassWeighting.Balanced ? 1.0 / count : 1 / Math.Sqrt(count));
        var mean = counts.Zip(inverse, (count, weight) => count * weight).Sum() / faces.Count;
        return Array.ConvertAll(inverse, weight => (float)(weight / mean));
    }

    private Tensor Labels(Tensor columns) => columns.size(1) == _classes ? columns : columns.narrow(1, 0, _classes);

    private Tensor Votes(Tensor columns) => columns.narrow(1, _classes, FerPlusClasses.Count);
}
