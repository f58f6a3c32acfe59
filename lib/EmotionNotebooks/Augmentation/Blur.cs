using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Gaussian blur, each face by its own deviation.</summary>
/// <remarks>
/// A separable filter over a 48×48 picture is a product of matrices, B·X·Bᵀ, however wide it is. A row of B is a softmax of
/// -d²/2σ² over the distances d, so near an edge the pixels that are there share the weight, and a face of one grey stays so.
/// </remarks>
internal static class Blur
{
    // Weights below this power of e are as good as nothing, and smaller ones would be denormal numbers, which are slow.
    private const double Faintest = -80;

    /// <summary>Blurs the faces that are drawn.</summary>
    /// <param name="faces">(N, 1, 48, 48) in [0, 1].</param>
    /// <param name="options">Chance and largest deviation.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <returns>The batch itself where no face is drawn.</returns>
    public static Tensor Apply(Tensor faces, AugmentationOptions options, SeededRandom random)
    {
        if (options.Blur <= 0)
        {
            return faces;
        }

        var drawn = Drawn.Indices(options.Blur, (int)faces.size(0), random);
        var sigmas = drawn.Select(_ => random.NextDouble(AugmentationOptions.SmallestBlur, options.BlurSigma)).ToArray();
        return Drawn.Change(faces, drawn, some => Apply(some, sigmas));
    }

    /// <summary>Blurs every face.</summary>
    /// <param name="faces">(n, 1, 48, 48).</param>
    /// <param name="sigmas">n deviations in pixels.</param>
    public static Tensor Apply(Tensor faces, double[] sigmas)
    {
        var sharpness = Array.ConvertAll(sigmas, sigma => (float)(-1 / (2 * sigma * sigma)));
        var place = arange(FaceSet.Side, ScalarType.Float32, faces.device);
        var distance = place.reshape(FaceSet.Side, 1).sub(place); // (48, 48)
        var powers = distance.mul(distance).mul(tensor(sharpness, [sharpness.Length, 1, 1]).to(faces.device)).clamp_(Faintest);
        var weights = nn.functional.softmax(powers, 2); // (n, 48, 48)
        var pictures = faces.reshape(sigmas.Length, FaceSet.Side, FaceSet.Side);
        return weights.bmm(pictures).bmm(weights.transpose(1, 2)).reshape(faces.shape).clamp_(0, 1);
    }
}
