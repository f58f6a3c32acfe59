namespace SixLabors.ImageSharp;

public abstract partial class Image : IDisposable
{
    private bool _isDisposed;

    private protected Image(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        (Width, Height) = (width, height);
    }

    public int Width { get; private protected set; }

    public int Height { get; private protected set; }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        Dispose(true);
        GC.SuppressFinalize(this);
        _isDisposed = true;
    }

    protected abstract void Dispose(bool disposing);

    internal abstract ReadOnlySpan<byte> PixelBytes { get; }

    internal abstract bool IsGrey { get; }

    // EXIF's orientation, 1 to 8. The package keeps all of EXIF; this subset keeps what AutoOrient asks.
    internal int Orientation { get; set; } = 1;

    internal void EnsureNotDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);
}
