using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

/// <summary>No gradients, no version counting: the fastest mode to read a network. Per thread, until it is disposed.</summary>
internal sealed class InferenceMode : IDisposable
{
    private nint _guard;

    public InferenceMode(bool mode) => Check(et_inference_mode_enter(mode ? 1 : 0, out _guard));

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    // No finalizer: the mode belongs to a thread, and the finalizer's is another.
    public void Dispose(bool disposing)
    {
        if (!disposing || _guard == 0)
            return;
        Check(et_inference_mode_leave(_guard));
        _guard = 0;
    }
}
