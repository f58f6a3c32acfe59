using System.Buffers.Binary;
using System.IO.Compression;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Interactive.Charts;

/// <summary>
/// A browser's screenshot (ISO/IEC 15948: 8 bits, colour, with or without alpha, not interlaced) with a palette: charts have few colours, and the
/// browser spends bytes on speed. Where there are more than 256 colours the rarer ones become near ones.
/// </summary>
internal static class SmallPng
{
    private const int Colours = 256;
    private const int Common = 160;

    public static byte[] Of(byte[] png)
    {
        var (width, height, pixels) = Read(png);
        var counts = new Dictionary<int, int>();
        foreach (var pixel in pixels)
            counts[pixel] = counts.GetValueOrDefault(pixel) + 1;
        var palette = Palette(counts);
        var numbers = palette.Index().ToDictionary(it => it.Item, it => (byte)it.Index);
        foreach (var colour in counts.Keys.Where(colour => !numbers.ContainsKey(colour)).ToArray())
            numbers[colour] = Nearest(palette, colour);
        return Write(width, height, palette, Array.ConvertAll(pixels, pixel => numbers[pixel]));
    }

    // All of them; or the most common ones, and of the others one in each part of the colour space.
    private static int[] Palette(Dictionary<int, int> counts)
    {
        // Equally common ones by value, so that the same picture has the same bytes.
        int[] colours = [.. counts.OrderByDescending(it => it.Value).ThenBy(it => it.Key).Select(it => it.Key)];
        if (colours.Length <= Colours)
            return colours;
        for (var bits = 1; ; bits++)
        {
            int[] parts = [.. colours.Skip(Common).DistinctBy(colour => (colour >> (16 + bits), (colour & 0xFFFF) >> (8 + bits), (colour & 255) >> bits))];
            if (parts.Length <= Colours - Common)
                return [.. colours.Take(Common), .. parts];
        }
    }

    private static byte Nearest(int[] palette, int colour)
    {
        var (nearest, least) = (0, int.MaxValue);
        for (var i = 0; i < palette.Length; i++)
        {
            var (r, g, b) = ((palette[i] >> 16) - (colour >> 16), ((palette[i] >> 8) & 255) - ((colour >> 8) & 255), (palette[i] & 255) - (colour & 255));
            var distance = (3 * r * r) + (6 * g * g) + (b * b);
            if (distance < least)
                (nearest, least) = (i, distance);
        }

        return (byte)nearest;
    }

    // Pixels as 0xRRGGBB; the page behind a screenshot is opaque.
    private static (int Width, int Height, int[] Pixels) Read(ReadOnlySpan<byte> png)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
        var channels = (png[24], png[25], png[28]) switch
        {
            (8, 2, 0) => 3,
            (8, 6, 0) => 4,
            _ => throw new InvalidDataException($"a screenshot with {png[24]} bits, colour type {png[25]}, interlace {png[28]}; expected 8 bits, type 2 or 6, none"),
        };
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            if (png.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
                data.Write(png.Slice(at + 8, length));
            at += 12 + length;
        }

        data.Position = 0;
        using var inflate = new ZLibStream(data, CompressionMode.Decompress);
        var stride = width * channels;
        var (before, line) = (new byte[stride], new byte[stride + 1]);
        var pixels = new int[width * height];
        for (var y = 0; y < height; y++)
        {
            inflate.ReadExactly(line);
            Unfilter(line[0], line.AsSpan(1), before, channels);
            line.AsSpan(1).CopyTo(before);
            for (var x = 0; x < width; x++)
                pixels[(y * width) + x] = (before[x * channels] << 16) | (before[(x * channels) + 1] << 8) | before[(x * channels) + 2];
        }

        return (width, height, pixels);
    }

    private static void Unfilter(byte filter, Span<byte> line, ReadOnlySpan<byte> above, int step)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var (left, up, corner) = (i < step ? 0 : line[i - step], above[i], i < step ? 0 : above[i - step]);
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Paeth(left, up, corner),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static byte[] Write(int width, int height, int[] palette, byte[] pixels)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3); // bits per pixel; a palette
        PngChunk.Write(png, "IHDR"u8, header);
        PngChunk.Write(png, "PLTE"u8, [.. palette.SelectMany(colour => (byte[])[(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour])]);
        PngChunk.Write(png, "IDAT"u8, Compress(width, height, pixels));
        PngChunk.Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    // Without filters, which gain nothing over numbers of colours.
    private static byte[] Compress(int width, int height, byte[] pixels)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                deflate.WriteByte(0);
                deflate.Write(pixels, y * width, width);
            }
        }

        return compressed.ToArray();
    }
}
