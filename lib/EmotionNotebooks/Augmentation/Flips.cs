using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Mirrors faces at random, a whole batch at once on its device.</summary>
/// <param name="HorizontalChance">Chance of left to right, 0 to 1.</param>
/// <param name="VerticalChance">Chance of upside down, 0 to 1.</param>
public sealed record Flips(double HorizontalChance, double VerticalChance)
{
    /// <summary>Flips each face of a batch by its own draw.</summary>
    /// <param name="faces">(N, 1, 48, 48).</param>
    /// <param name="random">Where the draws come from.</param>
    /// <returns>The same shape; the batch itself where no chance is above 0.</returns>
    public Tensor Apply(Tensor faces, SeededRandom random)
    {
        var x = Flip(faces, HorizontalChance, dimension: 3, random);
        return Flip(x, VerticalChance, dimension: 2, random);
    }

    private static Tensor Flip(Tensor faces, double chance, long dimension, SeededRandom random)
    {
        if (chance <= 0)
        {
            return faces;
        }

        var draws = new bool[faces.size(0)];
        for (var i = 0; i < draws.Length; i++)
        {
            draws[i] = random.NextDouble() < chance;
        }

        var flipped = tensor(draws, [draws.Length, 1, 1, 1]).to(faces.device);
        return where(flipped, faces.flip(dimension), faces);
    }
}
