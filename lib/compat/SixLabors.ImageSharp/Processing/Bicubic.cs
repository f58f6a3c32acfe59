using System.Numerics;

namespace SixLabors.ImageSharp.Processing;

/// <summary>
/// Scales grey pictures by cubic convolution (Keys 1981, a = −½), the package's default. The kernel widens where a picture shrinks, so that
/// every pixel counts.
/// </summary>
internal static class Bicubic
{
    private const int Radius = 2;

    public static void Resample(ReadOnlySpan<byte> source, int width, int height, Span<byte> target, int newWidth, int newHeight)
    {
        var across = Taps(width, newWidth);
        var narrow = new float[newWidth * height];
        for (var y = 0; y < height; y++)
        {
            var row = source.Slice(y * width, width);
            for (var x = 0; x < newWidth; x++)
            {
                var (first, weights) = across[x];
                var sum = 0f;
                for (var i = 0; i < weights.Length; i++)
                    sum += weights[i] * row[first + i];
                narrow[y * newWidth + x] = sum;
            }
        }

        var down = Taps(height, newHeight);
        var sums = new float[newWidth];
        for (var y = 0; y < newHeight; y++)
        {
            Array.Clear(sums);
            var (first, weights) = down[y];
            for (var i = 0; i < weights.Length; i++)
                AddScaled(sums, narrow.AsSpan((first + i) * newWidth, newWidth), weights[i]);
            for (var x = 0; x < newWidth; x++)
                target[y * newWidth + x] = (byte)Math.Clamp(sums[x] + 0.5f, 0f, 255f);
        }
    }

    // Which of the source's pixels make each of the target's, and how much of each; the weights of one add up to 1.
    private static (int First, float[] Weights)[] Taps(int size, int newSize)
    {
        var ratio = (double)size / newSize;
        var scale = Math.Max(ratio, 1);
        var taps = new (int, float[])[newSize];
        for (var i = 0; i < newSize; i++)
        {
            var center = (i + 0.5) * ratio - 0.5;
            var first = Math.Max((int)Math.Ceiling(center - Radius * scale), 0);
            var last = Math.Min((int)Math.Floor(center + Radius * scale), size - 1);
            var weights = Enumerable.Range(first, last - first + 1).Select(j => Weight(Math.Abs(j - center) / scale)).ToArray();
            var sum = weights.Sum();
            taps[i] = (first, Array.ConvertAll(weights, weight => (float)(weight / sum)));
        }

        return taps;
    }

    private static double Weight(double x) => x switch
    {
        <= 1 => (1.5 * x - 2.5) * x * x + 1,
        < Radius => ((-0.5 * x + 2.5) * x - 4) * x + 2,
        _ => 0,
    };

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> row, float weight)
    {
        var x = 0;
        for (; x <= sums.Length - Vector<float>.Count; x += Vector<float>.Count)
            (new Vector<float>(sums[x..]) + new Vector<float>(row[x..]) * weight).CopyTo(sums[x..]);
        for (; x < sums.Length; x++)
            sums[x] += row[x] * weight;
    }
}
