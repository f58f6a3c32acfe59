using OpenCvSharp.Native;

namespace OpenCvSharp;

public abstract class DisposableObject : IDisposable
{
    // Null where a derived object has none of its own.
    internal NativeHandle? NativeObject { get; init; }

    internal NativeHandle Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(NativeObject is { IsClosed: true }, this);
            return NativeObject!;
        }
    }

    public void Dispose()
    {
        NativeObject?.Dispose();
        GC.SuppressFinalize(this);
    }
}
