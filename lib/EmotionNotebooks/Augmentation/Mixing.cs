using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Mixup and cutmix: a face takes over a part of another one of its batch, and as much of its label.</summary>
/// <param name="Partners">Whom each face takes from; every face gives once.</param>
/// <param name="Shares">How much of each face is its own, 0 to 1.</param>
/// <param name="Boxes">What cutmix takes over; empty for a face that is not cut.</param>
internal sealed record Mixing(long[] Partners, float[] Shares, Box[] Boxes)
{
    /// <summary>Draws partner and share of each face.</summary>
    /// <param name="options">Alphas and chance.</param>
    /// <param name="count">Faces of the batch.</param>
    /// <param name="random">Where the draws come from.</param>
    public static Mixing Draw(AugmentationOptions options, int count, SeededRandom random)
    {
        var mixing = new Mixing(new long[count], new float[count], new Box[count]);
        for (var i = 0; i < count; i++)
        {
            mixing.Partners[i] = i;
            mixing.Shares[i] = 1;
            if (random.NextDouble() < options.MixChance)
            {
                mixing.DrawShare(i, options, random);
            }
        }

        random.Shuffle<long>(mixing.Partners);
        return mixing;
    }

    /// <summary>Mixes the faces.</summary>
    /// <param name="faces">(N, 1, 48, 48).</param>
    /// <returns>A new tensor of the same shape.</returns>
    public Tensor MixFaces(Tensor faces)
    {
        var partners = faces.index_select(0, Index(faces));
        var mixed = faces;
        // A cut face is its own pixel for pixel, or its partner's.
        var shares = Shares.Zip(Boxes, (share, box) => box.Share > 0 ? 1 : share).ToArray();
        if (shares.Any(share => share < 1))
        {
            mixed = Weighted(faces, partners, shares, [shares.Length, 1, 1, 1]);
        }

        if (!Boxes.Any(box => box.Share > 0))
        {
            return mixed;
        }

        var mask = new bool[Boxes.Length * FaceSet.PixelsPerFace];
        for (var i = 0; i < Boxes.Length; i++)
        {
            Boxes[i].Mark(mask.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace));
        }

        return where(tensor(mask, faces.shape).to(faces.device), partners, mixed);
    }

    /// <summary>Mixes the labels.</summary>
    /// <param name="labels">Labels (N) int64, or probabilities (N, K) float32.</param>
    /// <param name="classes">Number of classes, where there are labels.</param>
    /// <returns>Probabilities (N, classes) or (N, K) float32.</returns>
    public Tensor MixLabels(Tensor labels, int classes)
    {
        var own = labels.dtype == ScalarType.Int64
            ? labels.reshape(-1, 1).eq(arange(classes, device: labels.device)).to(ScalarType.Float32) // (N, classes)
            : labels;
        return Weighted(own, own.index_select(0, Index(labels)), Shares, [Shares.Length, 1]);
    }

    private void DrawShare(int face, AugmentationOptions options, SeededRandom random)
    {
        var cuts = options.Cutmix > 0 && (options.Mixup <= 0 || random.NextDouble() < 0.5);
        var share = BetaDistribution.Draw(cuts ? options.Cutmix : options.Mixup, random);
        if (!cuts)
        {
            Shares[face] = (float)share;
            return;
        }

        // The share is what the rectangle leaves, whatever was drawn: it has whole pixels and ends at the border.
        Boxes[face] = Box.Around((int)Math.Round(Math.Sqrt(1 - share) * FaceSet.Side), random);
        Shares[face] = (float)(1 - Boxes[face].Share);
    }

    private Tensor Index(Tensor like) => tensor(Partners).to(like.device);

    // Weights that add up to exactly 1: the others' part is computed from the own part as it is rounded.
    private static Tensor Weighted(Tensor own, Tensor others, float[] shares, long[] shape)
    {
        var share = tensor(shares, shape).to(own.device);
        return own.mul(share).add_(others.mul(tensor(Array.ConvertAll(shares, s => 1 - s), shape).to(own.device)));
    }
}
