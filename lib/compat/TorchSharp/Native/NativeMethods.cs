using System.Reflection;
using System.Runtime.InteropServices;
using EmotionNotebooks.Compat;

namespace TorchSharp.Native;

/// <summary>
/// libemotion_torch.so: where it is found, and what a failed call becomes. One partial file per topic holds the imports.
/// </summary>
internal static partial class NativeMethods
{
    private const string Library = "emotion_torch";

    /// <summary>The fingerprint of the headers that these imports were written for; et_abi must give the same.</summary>
    private const uint Abi = 0xb7bf2d59;

    // Only registers how to look; nothing is loaded before the first call.
    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);

    /// <summary>Throws libtorch's message where a call did not succeed.</summary>
    internal static void Check(int status)
    {
        if (status != 0)
#pragma warning disable CA2201 // what the package throws
            throw new ExternalException(Marshal.PtrToStringUTF8(et_last_error()));
#pragma warning restore CA2201
    }

    /// <summary>The tensor that a call returned, registered with the current dispose scope.</summary>
    internal static torch.Tensor Returned(int status, nint handle)
    {
        Check(status);
        return new torch.Tensor(handle);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == Library ? Fitting(NativeLibraryLocator.Load(Library, "torch", assembly), Abi) : 0;

    // What was built from other headers would crash at the first call whose arguments have changed.
    private static unsafe nint Fitting(nint library, uint abi) =>
        NativeLibrary.TryGetExport(library, "et_abi", out var export) && ((delegate* unmanaged<uint>)export)() == abi
        ? library
        : throw new DllNotFoundException($"The native library of {Library} was built for another version; run: ./emotion setup torch");
}
