using System.Runtime.Intrinsics;

namespace EmotionNotebooks.Data.Audit;

/// <summary>
/// The outlines of pictures: the 63 lowest frequencies (8 × 8 without the mean) of each one's discrete cosine transform, at length 1. Their
/// dot product is the correlation of the blurred pictures. A mirrored picture's are the same but for the sign of those that are odd from left
/// to right, so one pass compares with both.
/// </summary>
internal sealed class Outline
{
    private const int Frequencies = 8;
    private const int Length = Frequencies * Frequencies;
    private const int Odd = Length / 2;

    // (frequency, pixel): orthonormal cosines.
    private static readonly float[] Cosines = MakeCosines();

    private readonly float[] _values;

    private Outline(float[] values) => _values = values;

    /// <summary>The outlines of some faces. That of a picture without any is zero, and like no other.</summary>
    public static Outline OfAll(FaceSet faces, int[] indices)
    {
        var values = new float[indices.Length * Length];
        Parallel.For(0, indices.Length, i => Transform(faces.Face(indices[i]), values.AsSpan(i * Length, Length)));
        return new(values);
    }

    /// <summary>How alike two pictures are in outline, −1 to 1: as they are or mirrored, whichever is more.</summary>
    public float Compare(int a, int b, out bool isMirrored)
    {
        ref var first = ref _values[a * Length];
        ref var second = ref _values[b * Length];
        var even = Dot(ref first, ref second, 0);
        var odd = Dot(ref first, ref second, Odd);
        isMirrored = odd < 0;
        return even + Math.Abs(odd);
    }

    // Of 32 values, half an outline.
    private static float Dot(ref float a, ref float b, nuint from)
    {
        var sum = Vector256.LoadUnsafe(ref a, from) * Vector256.LoadUnsafe(ref b, from);
        sum += Vector256.LoadUnsafe(ref a, from + 8) * Vector256.LoadUnsafe(ref b, from + 8);
        sum += Vector256.LoadUnsafe(ref a, from + 16) * Vector256.LoadUnsafe(ref b, from + 16);
        sum += Vector256.LoadUnsafe(ref a, from + 24) * Vector256.LoadUnsafe(ref b, from + 24);
        return Vector256.Sum(sum);
    }

    private static void Transform(ReadOnlySpan<byte> face, Span<float> outline)
    {
        Span<float> rows = stackalloc float[FaceSet.Side * Frequencies];
        for (var y = 0; y < FaceSet.Side; y++)
        {
            for (var u = 0; u < Frequencies; u++)
            {
                var sum = 0f;
                for (var x = 0; x < FaceSet.Side; x++)
                    sum += Cosines[u * FaceSet.Side + x] * face[y * FaceSet.Side + x];
                rows[u * FaceSet.Side + y] = sum;
            }
        }

        var (even, odd, square) = (0, Odd, 0f);
        for (var u = 0; u < Frequencies; u++)
        {
            for (var v = 0; v < Frequencies; v++)
            {
                var sum = 0f;
                for (var y = 0; y < FaceSet.Side; y++)
                    sum += Cosines[v * FaceSet.Side + y] * rows[u * FaceSet.Side + y];
                // The mean, which is brightness.
                if (u == 0 && v == 0)
                    sum = 0;
                square += sum * sum;
                outline[u % 2 == 0 ? even++ : odd++] = sum;
            }
        }

        var scale = square > 1 ? 1 / MathF.Sqrt(square) : 0;
        foreach (ref var value in outline)
            value *= scale;
    }

    private static float[] MakeCosines()
    {
        var cosines = new float[Frequencies * FaceSet.Side];
        for (var i = 0; i < cosines.Length; i++)
        {
            var (frequency, pixel) = (i / FaceSet.Side, i % FaceSet.Side);
            cosines[i] = (float)(Math.Sqrt((frequency == 0 ? 1.0 : 2.0) / FaceSet.Side) * Math.Cos(Math.PI * frequency * (pixel + 0.5) / FaceSet.Side));
        }

        return cosines;
    }
}
