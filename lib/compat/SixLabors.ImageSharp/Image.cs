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

    public int Width { get; }

    public int Height { get; }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        Dispose(true);
        GC.SuppressFinalize(this);
        _isDisposed = true;
    }

    protected abstract void Dispose(bool disposing);

    internal abstract ReadOnlySpan<byte> GreyBytes { get; }

    internal void EnsureNotDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);
}
