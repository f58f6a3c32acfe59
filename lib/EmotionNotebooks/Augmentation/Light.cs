using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Contrast about the face's mean, then brightness, then what white can hold.</summary>
internal static class Light
{
    /// <summary>Changes each face by its own factors.</summary>
    /// <param name="faces">(N, 1, 48, 48) in [0, 1].</param>
    /// <param name="options">Ranges and chance.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <returns>The batch itself where neither is on.</returns>
    public static Tensor Apply(Tensor faces, AugmentationOptions options, SeededRandom random)
    {
        if (options is { Brightness: 0, Contrast: 0 } or { LightChance: 0 })
        {
            return faces;
        }

        var count = (int)faces.size(0);
        var ofPixel = new float[count];
        var ofMean = new float[count];
        for (var i = 0; i < count; i++)
        {
            var contrast = Factor(options.Contrast, options.LightChance, random);
            var brightness = Factor(options.Brightness, options.LightChance, random);
            ofPixel[i] = (float)(contrast * brightness);
            ofMean[i] = (float)((1 - contrast) * brightness);
        }

        // ((x - mean) · contrast + mean) · brightness
        var mean = faces.sum([2, 3], keepdim: true).div_(FaceSet.PixelsPerFace); // (N, 1, 1, 1)
        return faces.mul(PerFace(ofPixel, faces)).add_(mean.mul(PerFace(ofMean, faces))).clamp_(0, 1);
    }

    private static double Factor(double range, double chance, SeededRandom random) =>
        range > 0 && random.NextDouble() < chance ? random.NextDouble(1 - range, 1 + range) : 1;

    private static Tensor PerFace(float[] values, Tensor faces) => tensor(values, [values.Length, 1, 1, 1]).to(faces.device);
}
