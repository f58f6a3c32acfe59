using System.Runtime.CompilerServices;

namespace EmotionNotebooks.Data.Samples;

/// <summary>
/// A head seen from the front before light and camera: what each point reflects, how far it stands out, and how much of it is head
/// rather than background. Painters add to it; used again for the next face.
/// </summary>
internal sealed class Canvas
{
    /// <summary>Points per side.</summary>
    public const int Size = 96;

    /// <summary>Points per head unit.</summary>
    public const float Scale = 43;

    /// <summary>Head units from the middle to an edge.</summary>
    public const float Extent = Size / (2 * Scale);

    /// <summary>The share of light a point gives back, 0 to 1.</summary>
    public float[] Albedo { get; } = new float[Size * Size];

    /// <summary>How far a point stands out towards the camera, in head units.</summary>
    public float[] Height { get; } = new float[Size * Size];

    /// <summary>1 where the head or what belongs to it covers the background.</summary>
    public float[] Cover { get; } = new float[Size * Size];

    /// <summary>The light that reaches the camera, once the shader has run.</summary>
    public float[] Light { get; } = new float[Size * Size];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float At(int index) => (index + 0.5f) / Scale - Extent;

    /// <summary>The first and one past the last index of an interval in head units, within the canvas.</summary>
    public static (int From, int To) Range(float low, float high) =>
        (Math.Clamp((int)((low + Extent) * Scale), 0, Size), Math.Clamp((int)((high + Extent) * Scale) + 2, 0, Size));

    /// <summary>Raises (or lowers) the surface by a round bump.</summary>
    public void Bump(float u, float v, float radiusU, float radiusV, float amount) => AddRound(Height, u, v, radiusU, radiusV, amount);

    /// <summary>Darkens what is there by a soft round spot: by <paramref name="amount"/> of it in the middle. Negative values brighten.</summary>
    public void Darken(float u, float v, float radiusU, float radiusV, float amount)
    {
        var (y0, y1) = Range(v - radiusV, v + radiusV);
        var (x0, x1) = Range(u - radiusU, u + radiusU);
        for (var y = y0; y < y1; y++)
        {
            var dv = (At(y) - v) / radiusV;
            for (var x = x0; x < x1; x++)
            {
                var du = (At(x) - u) / radiusU;
                var rest = 1 - du * du - dv * dv;
                if (rest > 0)
                    Albedo[y * Size + x] *= 1 - amount * rest * rest;
            }
        }
    }

    /// <summary>Draws a groove (or ridge) along a bent line from a to c, bowed towards b.</summary>
    /// <param name="a">One end.</param>
    /// <param name="b">The control point of the quadratic curve.</param>
    /// <param name="c">The other end.</param>
    /// <param name="width">Half the width.</param>
    /// <param name="depth">How deep; negative stands out.</param>
    /// <param name="dark">How much light is lost in the middle.</param>
    public void Crease((float U, float V) a, (float U, float V) b, (float U, float V) c, float width, float depth, float dark)
    {
        const int pieces = 4;
        // What cannot be seen is not drawn.
        if (Math.Abs(depth) < 0.0008f && Math.Abs(dark) < 0.01f)
            return;
        var sharpness = 1 / (width * width);
        Span<float> us = stackalloc float[pieces + 1];
        Span<float> vs = stackalloc float[pieces + 1];
        for (var i = 0; i <= pieces; i++)
        {
            var t = (float)i / pieces;
            var (s, m, e) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
            us[i] = s * a.U + m * b.U + e * c.U;
            vs[i] = s * a.V + m * b.V + e * c.V;
        }

        var (x0, x1) = Range(Math.Min(a.U, Math.Min(b.U, c.U)) - width, Math.Max(a.U, Math.Max(b.U, c.U)) + width);
        var (y0, y1) = Range(Math.Min(a.V, Math.Min(b.V, c.V)) - width, Math.Max(a.V, Math.Max(b.V, c.V)) + width);
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                var (distance, along) = Nearest(us, vs, At(x), At(y));
                var rest = 1 - distance * sharpness;
                if (rest <= 0)
                    continue;
                // Creases fade out towards their ends.
                var strength = rest * rest * Math.Min(1, 4 * along * (1 - along) + 0.15f);
                Height[y * Size + x] -= depth * strength;
                Albedo[y * Size + x] *= 1 - dark * strength;
            }
        }
    }

    /// <summary>0 below the first edge, 1 above the second, smooth between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Smooth(float from, float to, float x)
    {
        var t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static void AddRound(float[] layer, float u, float v, float radiusU, float radiusV, float amount)
    {
        var (y0, y1) = Range(v - radiusV, v + radiusV);
        var (x0, x1) = Range(u - radiusU, u + radiusU);
        for (var y = y0; y < y1; y++)
        {
            var dv = (At(y) - v) / radiusV;
            for (var x = x0; x < x1; x++)
            {
                var du = (At(x) - u) / radiusU;
                var rest = 1 - du * du - dv * dv;
                if (rest > 0)
                    layer[y * Size + x] += amount * rest * rest;
            }
        }
    }

    // The squared distance to the polyline, and where along it the nearest point lies (0 to 1).
    private static (float Distance, float Along) Nearest(ReadOnlySpan<float> us, ReadOnlySpan<float> vs, float u, float v)
    {
        var best = float.MaxValue;
        var along = 0f;
        for (var i = 0; i + 1 < us.Length; i++)
        {
            var (du, dv) = (us[i + 1] - us[i], vs[i + 1] - vs[i]);
            var t = Math.Clamp(((u - us[i]) * du + (v - vs[i]) * dv) / (du * du + dv * dv + 1e-9f), 0, 1);
            var (eu, ev) = (u - us[i] - t * du, v - vs[i] - t * dv);
            var distance = eu * eu + ev * ev;
            if (distance < best)
                (best, along) = (distance, (i + t) / (us.Length - 1));
        }

        return (best, along);
    }
}
