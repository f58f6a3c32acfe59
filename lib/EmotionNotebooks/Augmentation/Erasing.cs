using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Random erasing (Zhong et al., AAAI 2020): a rectangle of the face is lost.</summary>
internal static class Erasing
{
    // Height to width, log-uniform between this and its inverse.
    private const double LargestRatio = 3.3;

    /// <summary>Erases a rectangle of the faces that are drawn.</summary>
    /// <param name="faces">(N, 1, 48, 48) in [0, 1].</param>
    /// <param name="options">Chance, largest area, and what stands there then.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <returns>The batch itself where no face is drawn.</returns>
    public static Tensor Apply(Tensor faces, AugmentationOptions options, SeededRandom random)
    {
        if (options.Erasing <= 0)
        {
            return faces;
        }

        var drawn = Drawn.Indices(options.Erasing, (int)faces.size(0), random);
        var mask = new bool[drawn.Length * FaceSet.PixelsPerFace];
        for (var i = 0; i < drawn.Length; i++)
        {
            DrawBox(options.ErasingArea, random).Mark(mask.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace));
        }

        return Drawn.Change(faces, drawn, some =>
            where(tensor(mask, some.shape).to(some.device), Values(some, options.ErasingFill, random), some));
    }

    private static Box DrawBox(double largest, SeededRandom random)
    {
        var area = random.NextDouble(AugmentationOptions.SmallestErasing, largest) * FaceSet.PixelsPerFace;
        var ratio = Math.Pow(LargestRatio, random.NextDouble(-1, 1));
        return Box.Inside(Math.Sqrt(area / ratio), Math.Sqrt(area * ratio), random);
    }

    private static Tensor Values(Tensor faces, ErasingFill fill, SeededRandom random)
    {
        switch (fill)
        {
            case ErasingFill.Mean:
                return faces.sum([2, 3], keepdim: true).div_(FaceSet.PixelsPerFace); // (n, 1, 1, 1)
            case ErasingFill.Noise:
                using (var generator = new Generator(random.NextBits()))
                {
                    return rand(faces.shape, generator: generator).to(faces.device);
                }

            default:
                return zeros(1, device: faces.device);
        }
    }
}
