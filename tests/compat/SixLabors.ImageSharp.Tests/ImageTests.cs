using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Compat.SixLabors.ImageSharp.Tests;

/// <summary>Needs no native library on either stack.</summary>
public sealed class ImageTests
{
    [Fact]
    public void Should_hold_the_pixels_that_are_put_in()
    {
        using var image = new Image<L8>(3, 2, new L8(7));
        image[2, 1] = new L8(200);

        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal(7, image[0, 0].PackedValue);
        Assert.Equal(new L8(200), image[2, 1]);
        var bytes = new byte[6];
        image.CopyPixelDataTo(bytes);
        Assert.Equal([7, 7, 7, 7, 7, 200], bytes);
        var pixels = new L8[6];
        image.CopyPixelDataTo(pixels);
        Assert.True(pixels[5] == new L8(200) && pixels[4] != pixels[5]);
    }

    [Fact]
    public void Should_hold_the_colours_that_are_put_in()
    {
        using var image = new Image<Rgb24>(2, 1, new Rgb24(1, 2, 3));
        image[1, 0] = new Rgb24(4, 5, 6);

        Assert.Equal((1, 2, 3), (image[0, 0].R, image[0, 0].G, image[0, 0].B));
        Assert.True(image[1, 0] == new Rgb24(4, 5, 6) && image[0, 0] != image[1, 0]);
        Assert.Equal("Rgb24(4, 5, 6)", image[1, 0].ToString());
        var bytes = new byte[6];
        image.CopyPixelDataTo(bytes);
        Assert.Equal([1, 2, 3, 4, 5, 6], bytes);
    }

    [Fact]
    public void Should_copy_pixel_data_in_and_start_black()
    {
        byte[] data = [1, 2, 3, 4, 5, 6, 99];
        using var image = Image.LoadPixelData<L8>(data, 2, 3);
        data[0] = 50;

        Assert.Equal(1, image[0, 0].PackedValue);
        Assert.Equal(6, image[1, 2].PackedValue);
        using var black = new Image<L8>(1, 1);
        Assert.Equal(0, black[0, 0].PackedValue);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 2)]
    [InlineData(0, -1)]
    public void Should_refuse_a_pixel_outside(int x, int y)
    {
        using var image = new Image<L8>(3, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => image[x, y]);
        Assert.Throws<ArgumentOutOfRangeException>(() => image[x, y] = new L8(1));
    }

    [Fact]
    public void Should_refuse_sizes_and_data_that_do_not_fit()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Image<L8>(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Image<L8>(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Image.LoadPixelData<L8>(new byte[5], 2, 3));
    }

    [Fact]
    public void Should_refuse_work_once_disposed()
    {
        var image = new Image<L8>(2, 2);
        image.Dispose();
        image.Dispose();

        Assert.Throws<ObjectDisposedException>(() => image[0, 0]);
        Assert.Throws<ObjectDisposedException>(() => image.CopyPixelDataTo(new byte[4]));
        Assert.Throws<ObjectDisposedException>(() => image.SaveAsPng(Stream.Null));
    }
}
