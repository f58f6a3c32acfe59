using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Mirrors faces: pixels change places and nothing else.</summary>
internal static class Flips
{
    /// <summary>Flips each face by its own draw.</summary>
    /// <param name="faces">(N, 1, 48, 48).</param>
    /// <param name="chance">Chance that a face is mirrored.</param>
    /// <param name="dimension">3 for left to right, 2 for upside down.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <returns>The same shape; the batch itself where the chance is 0.</returns>
    public static Tensor Apply(Tensor faces, double chance, long dimension, SeededRandom random)
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

        return where(tensor(draws, [draws.Length, 1, 1, 1]).to(faces.device), faces.flip(dimension), faces);
    }
}
