using System.Runtime.InteropServices;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Applies operations to a picture at once.</summary>
internal sealed class ImageProcessingContext<TPixel>(Image<TPixel> image) : IImageProcessingContext
    where TPixel : unmanaged, IPixel<TPixel>
{
    // EXIF's orientations say where the stored picture's first row and first column belong; each is a walk over the stored pixels.
    public IImageProcessingContext Orient()
    {
        var (width, height) = (image.Width, image.Height);
        var (start, right, down) = image.Orientation switch
        {
            2 => (width - 1, -1, width),
            3 => (width * height - 1, -1, -width),
            4 => (width * (height - 1), 1, -width),
            5 => (0, width, 1),
            6 => (width * (height - 1), -width, 1),
            7 => (width * height - 1, -width, -1),
            8 => (width - 1, width, -1),
            _ => (0, 1, width),
        };
        if (right != 1 || down != width)
        {
            if (image.Orientation >= 5)
                (width, height) = (height, width);
            Walk(start, right, down, width, height);
        }

        image.Orientation = 1;
        return this;
    }

    public IImageProcessingContext Cut(Rectangle area)
    {
        if (area.Width <= 0 || area.Height <= 0 || area.X < 0 || area.Y < 0
            || area.X > image.Width - area.Width || area.Y > image.Height - area.Height)
        {
            throw new ArgumentException($"{area} is not within the picture's {image.Width}×{image.Height}", nameof(area));
        }

        Walk(area.Y * image.Width + area.X, 1, image.Width, area.Width, area.Height);
        return this;
    }

    public IImageProcessingContext Scale(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if ((width, height) == (image.Width, image.Height))
            return this;
        if (!image.IsGrey)
            throw new NotSupportedException($"Grey pictures (L8) are scaled here, not those of {typeof(TPixel).Name}.");
        var scaled = new TPixel[width * height];
        Bicubic.Resample(image.PixelBytes, image.Width, image.Height, MemoryMarshal.AsBytes(scaled.AsSpan()), width, height);
        image.Replace(scaled, width, height);
        return this;
    }

    private void Walk(int start, int right, int down, int width, int height)
    {
        ReadOnlySpan<TPixel> from = image.Pixels;
        var to = new TPixel[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                to[y * width + x] = from[start + y * down + x * right];
        }

        image.Replace(to, width, height);
    }
}
