using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>The faces of a batch that something was drawn for.</summary>
internal static class Drawn
{
    /// <summary>Draws for each face whether it is one.</summary>
    /// <param name="chance">0 to 1.</param>
    /// <param name="count">Faces of the batch.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <returns>Indices, ascending.</returns>
    public static long[] Indices(double chance, int count, SeededRandom random)
    {
        var drawn = new List<long>(count);
        for (var i = 0; i < count; i++)
        {
            if (random.NextDouble() < chance)
            {
                drawn.Add(i);
            }
        }

        return [.. drawn];
    }

    /// <summary>Changes some faces of a batch and leaves the others as they are, bit for bit.</summary>
    /// <param name="faces">(N, 1, 48, 48).</param>
    /// <param name="indices">Which ones.</param>
    /// <param name="change">From (n, 1, 48, 48) to the same shape.</param>
    /// <returns>The batch itself where there are none.</returns>
    public static Tensor Change(Tensor faces, long[] indices, Func<Tensor, Tensor> change)
    {
        if (indices.Length == 0)
        {
            return faces;
        }

        if (indices.Length == faces.size(0))
        {
            return change(faces);
        }

        var index = tensor(indices).to(faces.device);
        return faces.index_copy(0, index, change(faces.index_select(0, index)));
    }
}
