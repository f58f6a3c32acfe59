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

    internal static (torch.Tensor First, torch.Tensor Second) Returned(int status, nint first, nint second)
    {
        Check(status);
        return (new torch.Tensor(first), new torch.Tensor(second));
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == Library ? NativeLibraryLocator.Load(Library, "torch", assembly) : 0;
}
