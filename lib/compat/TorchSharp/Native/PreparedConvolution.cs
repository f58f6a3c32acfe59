using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Where the engine keeps a convolution's weights in the layout it computes with (et_prepared). Empty at first.</summary>
internal sealed class PreparedConvolution : SafeHandle
{
    internal PreparedConvolution()
        : base(0, ownsHandle: true)
    {
        NativeMethods.Check(NativeMethods.et_prepared_new(out var handle));
        SetHandle(handle);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => NativeMethods.et_prepared_free(handle) == 0;
}
