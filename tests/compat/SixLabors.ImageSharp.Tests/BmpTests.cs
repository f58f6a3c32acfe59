using System.Buffers.Binary;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Compat.SixLabors.ImageSharp.Tests;

/// <summary>BMP in the forms that tests/fixtures/pictures lacks, written by hand. Needs no native library on either stack.</summary>
public sealed class BmpTests
{
    [Fact]
    public void Should_read_four_bits_a_pixel_lowest_row_first()
    {
        byte[] palette = [0, 0, 0, 0, 90, 90, 90, 0, 255, 255, 255, 0];
        var bmp = Bmp(3, 2, 4, palette, [0x01, 0x20, 0, 0, 0x21, 0x00, 0, 0]);

        Assert.Equal([255, 90, 0, 0, 90, 255], Load(bmp));
    }

    [Fact]
    public void Should_read_the_topmost_row_first_when_the_height_is_negative()
    {
        var bmp = Bmp(1, -2, 24, [], [10, 10, 10, 0, 20, 20, 20, 0]);

        Assert.Equal([10, 20], Load(bmp));
        var header = Image.Identify(bmp);
        Assert.Equal((1, 2), (header.Width, header.Height));
    }

    [Fact]
    public void Should_read_five_bits_a_channel()
    {
        var bmp = Bmp(2, 1, 16, [], [0xFF, 0x7F, 0x00, 0x00]);

        Assert.Equal([255, 0], Load(bmp));
    }

    [Fact]
    public void Should_read_the_oldest_header()
    {
        byte[] bmp = [.. "BM"u8, 36, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0, 12, 0, 0, 0, 2, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 255, 255, 255, 0x40, 0, 0, 0];

        Assert.Equal([0, 255], Load(bmp));
    }

    [Theory]
    [InlineData("bits", 28, 5)]
    [InlineData("size", 18, 9)]
    [InlineData("offset", 10, 200)]
    public void Should_refuse_a_header_that_cannot_be(string what, int at, int value)
    {
        var bmp = Bmp(2, 1, 24, [], [1, 1, 1, 2, 2, 2, 0, 0]);
        BinaryPrimitives.WriteInt16LittleEndian(bmp.AsSpan(at), (short)value);

        var thrown = Record.Exception(() => Load(bmp));

        Assert.True(thrown is ImageFormatException or NotSupportedException, $"{what}: {thrown}");
    }

    [Fact]
    public void Should_say_so_when_a_bmp_is_compressed()
    {
        Assert.SkipUnless(typeof(Image).Assembly.GetName().Name!.StartsWith("EmotionNotebooks.Compat", StringComparison.Ordinal), "the package reads these");
        var bmp = Bmp(2, 1, 8, new byte[1024], [2, 0, 0, 1]);
        bmp[30] = 1;

        Assert.Equal("BMP image cannot be decoded: its compression 1 is not supported.",
            Assert.Throws<NotSupportedException>(() => Load(bmp)).Message);
    }

    private static byte[] Bmp(int width, int height, short bits, byte[] palette, byte[] pixels)
    {
        var header = new byte[54];
        "BM"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(2), 54 + palette.Length + pixels.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(10), 54 + palette.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(22), height);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(28), bits);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(46), bits <= 8 ? palette.Length / 4 : 0);
        return [.. header, .. palette, .. pixels];
    }

    private static byte[] Load(byte[] picture)
    {
        using var image = Image.Load<L8>(new DecoderOptions { MaxFrames = 1 }, picture);
        var bytes = new byte[image.Width * image.Height];
        image.CopyPixelDataTo(bytes);
        return bytes;
    }
}
