namespace EmotionNotebooks.Tests.Data.Audit;

/// <summary>What happens to pictures between one web page and the next.</summary>
internal static class Alterations
{
    // The luminance table of the JPEG standard (ITU-T T.81, annex K.1), in rows: quality 50.
    private static readonly int[] Quantization =
    [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ];

    // (frequency, pixel): orthonormal cosines.
    private static readonly double[] Basis = MakeBasis();

    private const int Side = FaceSet.Side;

    /// <summary>Every alteration by its name, as it is used in the tests.</summary>
    public static byte[] Apply(string name, ReadOnlySpan<byte> face) => name switch
    {
        "darker" => Each(face, value => 0.6 * value),
        "brighter" => Each(face, value => 60 + 0.7 * value),
        "less contrast" => Each(face, value => 90 + 0.3 * value),
        "jpeg" => Jpeg(face),
        "noise" => Noise(face),
        "1 right" => Shift(face, 1, 0),
        "2 up" => Shift(face, 0, -2),
        "2 left, 1 down" => Shift(face, -2, 1),
        "mirrored" => Mirror(face),
        "mirrored, 2 right, darker, jpeg" => Jpeg(Each(Shift(Mirror(face), 2, 0), value => 0.7 * value)),
        "watermark" => Watermark(face),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    private static byte[] Each(ReadOnlySpan<byte> face, Func<double, double> change)
    {
        var altered = new byte[face.Length];
        for (var i = 0; i < altered.Length; i++)
            altered[i] = ToByte(change(face[i]));
        return altered;
    }

    private static byte[] Noise(ReadOnlySpan<byte> face)
    {
        var random = new SeededRandom(face[0]);
        return Each(face, value => value + 4 * random.NextGaussian());
    }

    // What comes in at the border is what was there.
    private static byte[] Shift(ReadOnlySpan<byte> face, int right, int down)
    {
        var altered = new byte[face.Length];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
                altered[y * Side + x] = face[Math.Clamp(y - down, 0, Side - 1) * Side + Math.Clamp(x - right, 0, Side - 1)];
        }

        return altered;
    }

    private static byte[] Mirror(ReadOnlySpan<byte> face)
    {
        var altered = face.ToArray();
        for (var y = 0; y < Side; y++)
            altered.AsSpan(y * Side, Side).Reverse();
        return altered;
    }

    private static byte[] Watermark(ReadOnlySpan<byte> face)
    {
        var altered = face.ToArray();
        for (var y = 30; y < 35; y++)
        {
            for (var x = 4; x < 44; x++)
            {
                if (x % 5 < 2)
                    altered[y * Side + x] = ToByte(altered[y * Side + x] + 30);
            }
        }

        return altered;
    }

    private static byte[] Jpeg(ReadOnlySpan<byte> face)
    {
        var altered = new byte[face.Length];
        var block = new double[64];
        for (var corner = 0; corner < 36; corner++)
        {
            var start = corner / 6 * 8 * Side + corner % 6 * 8;
            for (var i = 0; i < 64; i++)
                block[i] = face[start + i / 8 * Side + i % 8] - 128;
            var frequencies = Cosine(block, inverse: false);
            for (var i = 0; i < 64; i++)
                frequencies[i] = Math.Round(frequencies[i] / Quantization[i]) * Quantization[i];
            var back = Cosine(frequencies, inverse: true);
            for (var i = 0; i < 64; i++)
                altered[start + i / 8 * Side + i % 8] = ToByte(back[i] + 128);
        }

        return altered;
    }

    private static double[] Cosine(double[] block, bool inverse)
    {
        var result = new double[64];
        for (var to = 0; to < 64; to++)
        {
            for (var from = 0; from < 64; from++)
            {
                var (frequency, pixel) = inverse ? (from, to) : (to, from);
                result[to] += block[from] * Basis[frequency / 8 * 8 + pixel / 8] * Basis[frequency % 8 * 8 + pixel % 8];
            }
        }

        return result;
    }

    private static double[] MakeBasis() =>
        [.. Enumerable.Range(0, 64).Select(i => (i < 8 ? Math.Sqrt(0.125) : 0.5) * Math.Cos(Math.PI * (i / 8) * (i % 8 + 0.5) / 8))];

    private static byte ToByte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
