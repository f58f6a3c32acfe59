using System.Buffers.Binary;
using System.IO.Compression;
using EmotionNotebooks.Interactive.Charts;

namespace EmotionNotebooks.Interactive.Tests.Charts;

[Trait("Needs", "Nothing")]
public sealed class SmallPngTests
{
    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(3, 4)]
    public void Should_keep_every_pixel_when_colours_are_few(int channels, int filter)
    {
        int[] colours = [0xFFFFFF, 0x0072B2, 0xD55E00, 0x123456];
        var pixels = Enumerable.Range(0, 7 * 5).Select(i => colours[i * i % 4]).ToArray();

        Assert.Equal(pixels, Read(SmallPng.Of(Write(7, 5, pixels, channels, filter))));
    }

    [Fact]
    public void Should_take_near_colours_when_there_are_too_many()
    {
        var pixels = Enumerable.Range(0, 64 * 64).Select(i => ((i % 64 * 4) << 16) | (i / 64 * 4)).ToArray();
        var back = Read(SmallPng.Of(Write(64, 64, pixels, 3, 0)));

        Assert.True(back.Distinct().Count() <= 256);
        Assert.All(pixels.Zip(back), pair => Assert.True(Distance(pair.First, pair.Second) <= 32, $"{pair.First:x6} became {pair.Second:x6}"));
        static int Distance(int a, int b) => Math.Max(Math.Abs((a >> 16) - (b >> 16)), Math.Abs((a & 255) - (b & 255)));
    }

    [Fact]
    public void Should_refuse_other_kinds_of_pictures_when_read()
    {
        var grey = Write(1, 1, [0], 3, 0);
        grey[25] = 0;

        Assert.Throws<InvalidDataException>(() => SmallPng.Of(grey));
    }

    private static byte[] Write(int width, int height, int[] pixels, int channels, int filter)
    {
        var raw = new byte[height, width * channels];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (y, x) = (i / width, i % width * channels);
            (raw[y, x], raw[y, x + 1], raw[y, x + 2]) = ((byte)(pixels[i] >> 16), (byte)(pixels[i] >> 8), (byte)pixels[i]);
            if (channels == 4)
                raw[y, x + 3] = 255;
        }

        using var data = new MemoryStream();
        using (var deflate = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                deflate.WriteByte((byte)filter);
                for (var x = 0; x < width * channels; x++)
                {
                    var (left, up, corner) = (x < channels ? 0 : raw[y, x - channels], y == 0 ? 0 : raw[y - 1, x], x < channels || y == 0 ? 0 : raw[y - 1, x - channels]);
                    var guess = filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                    deflate.WriteByte((byte)(raw[y, x] - guess));
                }
            }
        }

        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 0x1A, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(channels == 4 ? 6 : 2));
        Chunk(png, "IHDR"u8, header);
        // In two parts, as large pictures come.
        var bytes = data.ToArray();
        Chunk(png, "IDAT"u8, bytes[..(bytes.Length / 2)]);
        Chunk(png, "IDAT"u8, bytes[(bytes.Length / 2)..]);
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var nearest = new[] { left, up, corner }.MinBy(value => Math.Abs(estimate - value));
        return nearest;
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        png.Write(new byte[4]);
    }

    // A picture with a palette and no filters.
    private static int[] Read(byte[] png)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal((8, 3), (png[24], png[25]));
        var chunks = new Dictionary<string, byte[]>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks[System.Text.Encoding.ASCII.GetString(png, at + 4, 4)] = png[(at + 8)..(at + 8 + length)];
            at += 12 + length;
        }

        using var inflate = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress);
        var pixels = new List<int>();
        var line = new byte[width + 1];
        for (var y = 0; y < height; y++)
        {
            inflate.ReadExactly(line);
            Assert.Equal(0, line[0]);
            pixels.AddRange(line[1..].Select(number => (chunks["PLTE"][number * 3] << 16) | (chunks["PLTE"][(number * 3) + 1] << 8) | chunks["PLTE"][(number * 3) + 2]));
        }

        return [.. pixels];
    }
}
