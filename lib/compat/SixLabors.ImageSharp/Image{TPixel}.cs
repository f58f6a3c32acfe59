using System.Runtime.InteropServices;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

public sealed class Image<TPixel> : Image
    where TPixel : unmanaged, IPixel<TPixel>
{
    private TPixel[] _pixels;

    public Image(int width, int height)
        : base(width, height) => _pixels = new TPixel[checked(width * height)];

    public Image(int width, int height, TPixel backgroundColor)
        : this(width, height) => Array.Fill(_pixels, backgroundColor);

    public TPixel this[int x, int y]
    {
        get => Pixels[Index(x, y)];
        set => Pixels[Index(x, y)] = value;
    }

    public void CopyPixelDataTo(Span<TPixel> destination) => Pixels.CopyTo(destination);

    public void CopyPixelDataTo(Span<byte> destination) => PixelBytes.CopyTo(destination);

    public override string ToString() => $"Image<{typeof(TPixel).Name}>: {Width}x{Height}";

    internal Span<TPixel> Pixels
    {
        get
        {
            EnsureNotDisposed();
            return _pixels;
        }
    }

    internal void Replace(TPixel[] pixels, int width, int height) => (_pixels, Width, Height) = (pixels, width, height);

    internal override ReadOnlySpan<byte> PixelBytes => MemoryMarshal.AsBytes(Pixels);

    internal override bool IsGrey => typeof(TPixel) == typeof(L8);

    protected override void Dispose(bool disposing) => _pixels = [];

    private int Index(int x, int y)
    {
        EnsureNotDisposed();
        if ((uint)x >= (uint)Width)
            throw new ArgumentOutOfRangeException(nameof(x));
        if ((uint)y >= (uint)Height)
            throw new ArgumentOutOfRangeException(nameof(y));
        return y * Width + x;
    }
}
