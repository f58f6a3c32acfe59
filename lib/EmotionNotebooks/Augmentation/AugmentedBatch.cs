using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>A batch as a network is trained on it.</summary>
/// <param name="Faces">(N, 1, 48, 48).</param>
/// <param name="Targets">Labels (N) as integers; where faces are mixed or have soft targets, probabilities (N, K) as float32.</param>
public readonly record struct AugmentedBatch(Tensor Faces, Tensor Targets)
{
    /// <summary>The class that has the largest share of each face.</summary>
    /// <param name="classes">Number of classes; further columns of the targets are of other heads.</param>
    /// <returns>(N) int64; the first class where two have the same share.</returns>
    public Tensor DominantLabels(int classes) =>
        Targets.dtype == ScalarType.Int64 ? Targets : Targets.narrow(1, 0, classes).argmax(1);
}
