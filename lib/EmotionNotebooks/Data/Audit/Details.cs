namespace EmotionNotebooks.Data.Audit;

/// <summary>
/// The details of a picture: what is left when its coarse brightness is taken away. Slightly blurred (3 × 3 binomial), less the mean of the
/// 9 × 9 pixels around; beyond the border the border's pixels go on.
/// </summary>
internal static class Details
{
    private const int Radius = 4;

    /// <summary>Takes the details out of a face.</summary>
    /// <param name="face">(48, 48) bytes.</param>
    /// <param name="details">Takes (48, 48) values.</param>
    /// <param name="isMirrored">Whether to mirror it, left to right.</param>
    public static void Take(ReadOnlySpan<byte> face, Span<float> details, bool isMirrored)
    {
        const int side = FaceSet.Side;
        Span<float> blurred = stackalloc float[FaceSet.PixelsPerFace];
        Span<float> coarse = stackalloc float[FaceSet.PixelsPerFace];
        Span<float> line = stackalloc float[side + 2 * Radius];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
                line[Radius + x] = face[y * side + (isMirrored ? side - 1 - x : x)];
            Blur(line, blurred[(y * side)..]);
            Mean(line, coarse[(y * side)..]);
        }

        Span<float> blurredColumn = stackalloc float[side];
        Span<float> coarseColumn = stackalloc float[side];
        for (var x = 0; x < side; x++)
        {
            for (var y = 0; y < side; y++)
                line[Radius + y] = blurred[y * side + x];
            Blur(line, blurredColumn);
            for (var y = 0; y < side; y++)
                line[Radius + y] = coarse[y * side + x];
            Mean(line, coarseColumn);
            for (var y = 0; y < side; y++)
                details[y * side + x] = blurredColumn[y] - coarseColumn[y];
        }
    }

    // Both take a line of 48 values, with room for the border before and behind it.
    private static void Blur(Span<float> line, Span<float> blurred)
    {
        Extend(line);
        for (var i = 0; i < FaceSet.Side; i++)
            blurred[i] = (line[i + Radius - 1] + 2 * line[i + Radius] + line[i + Radius + 1]) / 4;
    }

    private static void Mean(Span<float> line, Span<float> mean)
    {
        Extend(line);
        var sum = 0f;
        for (var i = 0; i < 2 * Radius; i++)
            sum += line[i];
        for (var i = 0; i < FaceSet.Side; i++)
        {
            sum += line[i + 2 * Radius];
            mean[i] = sum / (2 * Radius + 1);
            sum -= line[i];
        }
    }

    private static void Extend(Span<float> line)
    {
        line[..Radius].Fill(line[Radius]);
        line[^Radius..].Fill(line[^(Radius + 1)]);
    }

    /// <summary>The details of two pictures, to be compared at several shifts.</summary>
    public sealed class Pair
    {
        private readonly float[] _first = new float[FaceSet.PixelsPerFace];
        private readonly float[] _second = new float[FaceSet.PixelsPerFace];

        public void Set(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, bool isMirrored)
        {
            Take(first, _first, isMirrored: false);
            Take(second, _second, isMirrored);
        }

        /// <summary>The best correlation at a shift or one beside it.</summary>
        public (float Score, int X, int Y) Best(int x, int y)
        {
            var best = (Score: float.MinValue, X: 0, Y: 0);
            for (var dy = -1; dy <= 1; dy++)
            {
                for (var dx = -1; dx <= 1; dx++)
                {
                    var score = Correlation(x + dx, y + dy);
                    if (score > best.Score)
                        best = (score, x + dx, y + dy);
                }
            }

            return best;
        }

        /// <summary>The correlation where the first and the shifted second overlap. Means are zero as good as they need to be.</summary>
        private float Correlation(int x, int y)
        {
            var (left, top) = (Math.Max(0, x), Math.Max(0, y));
            var (width, height) = (FaceSet.Side - Math.Abs(x), FaceSet.Side - Math.Abs(y));
            var (aa, bb, ab) = (0f, 0f, 0f);
            for (var row = 0; row < height; row++)
            {
                var first = _first.AsSpan((top + row) * FaceSet.Side + left, width);
                var second = _second.AsSpan((top + row - y) * FaceSet.Side + left - x, width);
                for (var i = 0; i < first.Length; i++)
                {
                    aa += first[i] * first[i];
                    bb += second[i] * second[i];
                    ab += first[i] * second[i];
                }
            }

            // Less than one grey level of detail is noise.
            var least = (float)width * height;
            return aa < least || bb < least ? 0 : ab / MathF.Sqrt(aa * bb);
        }
    }
}
