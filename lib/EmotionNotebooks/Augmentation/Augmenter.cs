using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Varies training faces, a whole batch at once on its device.</summary>
/// <remarks>
/// In this order: flips; one warp (resized crop, zoom, shear, rotation, shift, crop); contrast and brightness; blur; noise; erasing;
/// mixup or cutmix. Each has random numbers of its own, so that turning one on changes no draw of another. Faces that nothing was
/// drawn for come out bit for bit. The same seed gives the same batch, on the CPU bit for bit.
/// </remarks>
/// <param name="options">What is varied, and how much.</param>
public sealed class Augmenter(AugmentationOptions options)
{
    /// <summary>Varies a batch.</summary>
    /// <param name="faces">(N, 1, 48, 48) float32 in [0, 1]; they are not changed.</param>
    /// <param name="labels">Labels (N) int64, or probabilities (N, K) float32.</param>
    /// <param name="classes">Number of classes, for the targets of mixed faces that have labels.</param>
    /// <param name="random">Where the draws come from; a batch takes one number of it.</param>
    /// <returns>Faces of the same shape in [0, 1], the very tensor where nothing is on, and their targets.</returns>
    public AugmentedBatch Apply(Tensor faces, Tensor labels, int classes, SeededRandom random)
    {
        using var scope = NewDisposeScope();
        var batch = new SeededRandom(random.NextBits());
        var count = (int)faces.size(0);
        var x = Flips.Apply(faces, options.HorizontalFlip, dimension: 3, batch.Fork("horizontal flip"));
        x = Flips.Apply(x, options.VerticalFlip, dimension: 2, batch.Fork("vertical flip"));
        if (Warp.Draw(options, count, batch.Fork("warp")) is { } maps)
        {
            x = Warp.Apply(x, maps, options.Fill);
        }

        x = Light.Apply(x, options, batch.Fork("light"));
        x = Blur.Apply(x, options, batch.Fork("blur"));
        x = Noise.Apply(x, options, batch.Fork("noise"));
        x = Erasing.Apply(x, options, batch.Fork("erasing"));
        var targets = labels;
        if (options.Mixes)
        {
            var mixing = Mixing.Draw(options, count, batch.Fork("mixing"));
            x = mixing.MixFaces(x);
            targets = mixing.MixLabels(labels, classes).MoveToOuterDisposeScope();
        }

        return new(ReferenceEquals(x, faces) ? x : x.MoveToOuterDisposeScope(), targets);
    }
}
