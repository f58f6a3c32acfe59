using OpenCvSharp.Native;

namespace OpenCvSharp;

public abstract class DisposableObject : IDisposable
{
    public bool IsDisposed => NativeObject is { IsClosed: true };

    // Null where a derived object has none of its own.
    internal NativeHandle? NativeObject { get; init; }

    internal NativeHandle Handle
    {
        get
        {
            ThrowIfDisposed();
            return NativeObject!;
        }
    }

    public void Dispose()
    {
        NativeObject?.Dispose();
        GC.SuppressFinalize(this);
    }

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
