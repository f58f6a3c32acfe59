using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

/// <summary>Switches gradients on or off on this thread until it is disposed.</summary>
internal sealed class AutoGradMode : IDisposable
{
    private readonly int _previous;
    private bool _disposed;

    public AutoGradMode(bool enabled) => Check(et_grad_mode_set(enabled ? 1 : 0, out _previous));

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    public void Dispose(bool disposing)
    {
        if (!disposing || _disposed)
            return;
        _disposed = true;
        Check(et_grad_mode_set(_previous, out _));
    }
}
