using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace EmotionNotebooks.Compat.SixLabors.ImageSharp.Tests;

/// <summary>Needs no native library on either stack.</summary>
public sealed class ProcessingTests
{
    [Fact]
    public void Should_cut_a_rectangle_out()
    {
        using var image = Numbered(5, 4);

        image.Mutate(context => context.Crop(new Rectangle(1, 2, 3, 2)));

        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal([11, 12, 13, 16, 17, 18], Bytes(image));
    }

    [Theory]
    [InlineData(-1, 0, 2, 2)]
    [InlineData(4, 0, 2, 2)]
    [InlineData(0, 3, 2, 2)]
    [InlineData(0, 0, 6, 1)]
    public void Should_refuse_a_rectangle_that_is_not_inside(int x, int y, int width, int height)
    {
        using var image = Numbered(5, 4);

        Assert.Throws<ArgumentException>(() => image.Mutate(context => context.Crop(new Rectangle(x, y, width, height))));
    }

    [Theory]
    [InlineData(20, 20, 7, 7)]
    [InlineData(7, 5, 20, 31)]
    [InlineData(64, 9, 9, 64)]
    [InlineData(3, 3, 1, 1)]
    [InlineData(1, 1, 4, 4)]
    public void Should_scale_by_cubic_convolution(int width, int height, int newWidth, int newHeight)
    {
        var random = new Random(width);
        var source = new byte[width * height];
        random.NextBytes(source);
        using var image = Image.LoadPixelData<L8>(source, width, height);

        image.Mutate(context => context.Resize(newWidth, newHeight));

        Assert.Equal((newWidth, newHeight), (image.Width, image.Height));
        for (var y = 0; y < newHeight; y++)
        {
            for (var x = 0; x < newWidth; x++)
            {
                var expected = Convolved(source, width, height, x, newWidth, y, newHeight);
                Assert.InRange(image[x, y].PackedValue, Math.Clamp(expected, 0, 255) - 1, Math.Clamp(expected, 0, 255) + 1);
            }
        }
    }

    [Fact]
    public void Should_keep_every_byte_when_the_size_stays()
    {
        using var image = Numbered(16, 16);

        image.Mutate(context => context.AutoOrient().Resize(16, 16));

        Assert.Equal(Enumerable.Range(0, 256).Select(i => (byte)i), Bytes(image));
    }

    [Fact]
    public void Should_refuse_work_on_a_picture_that_is_disposed()
    {
        var image = Numbered(2, 2);
        image.Dispose();

        Assert.Throws<ObjectDisposedException>(() => image.Mutate(context => context.AutoOrient()));
        Assert.Throws<ArgumentNullException>(() => image.Mutate((Action<IImageProcessingContext>)null!));
    }

    [Fact]
    public void Should_compare_rectangles_by_their_numbers()
    {
        var rectangle = new Rectangle(1, 2, 3, 4);

        Assert.True(rectangle == new Rectangle(1, 2, 3, 4) && rectangle != new Rectangle(1, 2, 4, 3));
        Assert.Equal((1, 2, 3, 4), (rectangle.X, rectangle.Y, rectangle.Width, rectangle.Height));
        Assert.Equal("Rectangle [ X=1, Y=2, Width=3, Height=4 ]", rectangle.ToString());
    }

    // Keys' kernel in two dimensions at once, in double, the plain way.
    private static double Convolved(byte[] source, int width, int height, int x, int newWidth, int y, int newHeight)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var weight = Weight(column, x, width, newWidth) * Weight(row, y, height, newHeight);
                sum += weight * source[(row * width) + column];
                weights += weight;
            }
        }

        return sum / weights;
    }

    private static double Weight(int from, int to, int size, int newSize)
    {
        var ratio = (double)size / newSize;
        var x = Math.Abs(from - (((to + 0.5) * ratio) - 0.5)) / Math.Max(ratio, 1);
        return x <= 1 ? (1.5 * x * x * x) - (2.5 * x * x) + 1 : x < 2 ? (-0.5 * x * x * x) + (2.5 * x * x) - (4 * x) + 2 : 0;
    }

    private static Image<L8> Numbered(int width, int height) =>
        Image.LoadPixelData<L8>(Enumerable.Range(0, width * height).Select(i => (byte)i).ToArray(), width, height);

    private static byte[] Bytes(Image<L8> image)
    {
        var bytes = new byte[image.Width * image.Height];
        image.CopyPixelDataTo(bytes);
        return bytes;
    }
}
