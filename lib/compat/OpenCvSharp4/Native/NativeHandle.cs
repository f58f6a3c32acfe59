using System.Runtime.InteropServices;

namespace OpenCvSharp.Native;

/// <summary>A handle of the boundary. While a call uses it, it stays alive whatever another thread disposes.</summary>
internal sealed class NativeHandle : SafeHandle
{
    private readonly Release _release;

    public NativeHandle(nint handle, Release release)
        : base(0, ownsHandle: true)
    {
        _release = release;
        SetHandle(handle);
    }

    /// <summary>The function that gives a handle back.</summary>
    internal delegate int Release(nint handle, out nint error);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        var status = _release(handle, out var error);
        NativeMethods.eo_free(error);
        return status == 0;
    }
}
