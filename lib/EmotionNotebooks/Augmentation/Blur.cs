using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Gaussian blur, each face by its own deviation.</summary>
/// <remarks>
/// A separable filter over a 48×48 picture is a product of matrices, B·X·Bᵀ, whatever its width. The edge goes on outside, so that
/// a face of one grey stays so.
/// </remarks>
internal static class Blur
{
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
        var weights = new float[sigmas.Length * FaceSet.PixelsPerFace];
        for (var i = 0; i < sigmas.Length; i++)
        {
            Fill(weights.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace), sigmas[i]);
        }

        var matrices = tensor(weights, [sigmas.Length, FaceSet.Side, FaceSet.Side]).to(faces.device);
        var pictures = faces.reshape(sigmas.Length, FaceSet.Side, FaceSet.Side);
        return matrices.bmm(pictures).bmm(matrices.transpose(1, 2)).reshape(faces.shape).clamp_(0, 1);
    }

    private static void Fill(Span<float> matrix, double sigma)
    {
        var reach = (int)Math.Ceiling(4 * sigma);
        Span<double> bell = stackalloc double[reach + 1];
        var sum = 0.0;
        for (var k = 0; k <= reach; k++)
        {
            bell[k] = Math.Exp(-k * k / (2 * sigma * sigma));
            sum += k == 0 ? bell[k] : 2 * bell[k];
        }

        for (var row = 0; row < FaceSet.Side; row++)
        {
            for (var k = -reach; k <= reach; k++)
            {
                matrix[(row * FaceSet.Side) + Math.Clamp(row + k, 0, FaceSet.Side - 1)] += (float)(bell[Math.Abs(k)] / sum);
            }
        }
    }
}
