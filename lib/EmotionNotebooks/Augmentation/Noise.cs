using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Gaussian noise, each face by its own deviation.</summary>
internal static class Noise
{
    /// <summary>Adds noise to the faces that are drawn.</summary>
    /// <param name="faces">(N, 1, 48, 48) in [0, 1].</param>
    /// <param name="options">Chance and largest deviation.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <returns>The batch itself where no face is drawn.</returns>
    public static Tensor Apply(Tensor faces, AugmentationOptions options, SeededRandom random)
    {
        if (options.Noise <= 0)
        {
            return faces;
        }

        var drawn = Drawn.Indices(options.Noise, (int)faces.size(0), random);
        var deviations = drawn.Select(_ => (float)random.NextDouble(0, options.NoiseDeviation)).ToArray();
        return Drawn.Change(faces, drawn, some =>
        {
            // Drawn on the processor, the only place the package has seeded generators for: the same noise on every device.
            using var generator = new Generator(random.NextBits());
            var noise = randn(some.shape, generator: generator).mul(tensor(deviations, [deviations.Length, 1, 1, 1]));
            return some.add(noise.to(some.device)).clamp_(0, 1);
        });
    }
}
