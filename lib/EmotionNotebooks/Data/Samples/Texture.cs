using System.Runtime.CompilerServices;

namespace EmotionNotebooks.Data.Samples;

/// <summary>Smooth noise in the plane: random values at whole coordinates, blended between.</summary>
internal static class Texture
{
    private const int Side = 64;

    // One lattice for all: a seed chooses where in it a picture begins.
    private static readonly float[] Lattice = MakeLattice();

    /// <summary>A value from −1 to 1; features are about one unit apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Noise(float x, float y, ulong seed)
    {
        var mixed = seed * 0x9E3779B97F4A7C15;
        // Moved far enough to the right and down that truncation rounds down.
        x += 1024 + (mixed >> 58);
        y += 1024 + ((mixed >> 52) & 63);
        var (left, top) = ((int)x, (int)y);
        var (fx, fy) = (x - left, y - top);
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        var (row, next) = ((top & (Side - 1)) * Side, ((top + 1) & (Side - 1)) * Side);
        var (column, after) = (left & (Side - 1), (left + 1) & (Side - 1));
        var lattice = Lattice;
        var upper = lattice[row + column] + (lattice[row + after] - lattice[row + column]) * fx;
        var lower = lattice[next + column] + (lattice[next + after] - lattice[next + column]) * fx;
        return upper + (lower - upper) * fy;
    }

    private static float[] MakeLattice()
    {
        var random = new SeededRandom(0x5EED).Fork("lattice");
        var lattice = new float[Side * Side];
        for (var i = 0; i < lattice.Length; i++)
            lattice[i] = (float)random.NextDouble(-1, 1);
        return lattice;
    }
}
