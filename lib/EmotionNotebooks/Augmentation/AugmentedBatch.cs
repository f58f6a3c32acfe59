using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>A batch as a network is trained on it.</summary>
/// <param name="Faces">(N, 1, 48, 48).</param>
/// <param name="Targets">Labels (N) as integers; where faces are mixed, probabilities (N, classes) as float32.</param>
public readonly record struct AugmentedBatch(Tensor Faces, Tensor Targets)
{
    /// <summary>The class that has the largest share of each face.</summary>
    /// <returns>(N) int64; the first class where two have the same share.</returns>
    public Tensor DominantLabels() => Targets.dtype == ScalarType.Int64 ? Targets : Targets.argmax(1);
}
