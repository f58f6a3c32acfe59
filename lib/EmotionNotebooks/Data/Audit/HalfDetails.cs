using System.Runtime.Intrinsics;

namespace EmotionNotebooks.Data.Audit;

/// <summary>The <see cref="Details"/> of pictures at half their size, laid out so that one dot product compares two at any shift.</summary>
internal sealed class HalfDetails
{
    private const int Side = FaceSet.Side / 2;
    private const int Reach = 2;

    // Between two rows stand as many zeros as a shift reaches: what is pushed over the border meets them.
    private const int Stride = Side + Reach;
    private const int Length = Side * Stride;

    private readonly float[] _values;

    private HalfDetails(float[] values) => _values = values;

    public static HalfDetails OfAll(FaceSet faces, int[] indices)
    {
        var values = new float[(long)indices.Length * Length];
        Parallel.For(0, indices.Length, i => Shrink(faces.Face(indices[i]), values.AsSpan(i * Length, Length)));
        return new(values);
    }

    /// <summary>The best correlation of two pictures over shifts of up to two of these large pixels.</summary>
    /// <param name="a">The first picture.</param>
    /// <param name="b">The second.</param>
    /// <param name="isMirrored">Whether the second is mirrored first.</param>
    /// <param name="x">How far the second has to move to the right, in these pixels.</param>
    /// <param name="y">How far the second has to move down.</param>
    public float Compare(int a, int b, bool isMirrored, out int x, out int y)
    {
        ReadOnlySpan<float> first = _values.AsSpan(a * Length, Length);
        scoped ReadOnlySpan<float> second = _values.AsSpan(b * Length, Length);
        Span<float> mirrored = stackalloc float[Length];
        if (isMirrored)
        {
            Mirror(second, mirrored);
            second = mirrored;
        }

        var best = float.MinValue;
        (x, y) = (0, 0);
        for (var dy = -Reach; dy <= Reach; dy++)
        {
            for (var dx = -Reach; dx <= Reach; dx++)
            {
                var offset = dy * Stride + dx;
                var score = offset >= 0 ? Dot(first[offset..], second) : Dot(first, second[-offset..]);
                if (score > best)
                    (best, x, y) = (score, dx, dy);
            }
        }

        return best;
    }

    private static void Mirror(ReadOnlySpan<float> from, Span<float> to)
    {
        to.Clear();
        for (var row = 0; row < Length; row += Stride)
        {
            from.Slice(row, Side).CopyTo(to[row..]);
            to.Slice(row, Side).Reverse();
        }
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var length = Math.Min(a.Length, b.Length);
        var (even, odd) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i <= length - 16; i += 16)
        {
            even += Vector256.Create(a[i..]) * Vector256.Create(b[i..]);
            odd += Vector256.Create(a[(i + 8)..]) * Vector256.Create(b[(i + 8)..]);
        }

        var sum = Vector256.Sum(even + odd);
        for (; i < length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static void Shrink(ReadOnlySpan<byte> face, Span<float> half)
    {
        Span<float> details = stackalloc float[FaceSet.PixelsPerFace];
        Details.Take(face, details, isMirrored: false);
        var square = 0f;
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var at = 2 * (y * FaceSet.Side + x);
                var sum = details[at] + details[at + 1] + details[at + FaceSet.Side] + details[at + FaceSet.Side + 1];
                half[y * Stride + x] = sum;
                square += sum * sum;
            }
        }

        var scale = square > 1 ? 1 / MathF.Sqrt(square) : 0;
        foreach (ref var value in half)
            value *= scale;
    }
}
