using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EmotionNotebooks.Compat;

namespace OpenCvSharp.Native;

/// <summary>libemotion_opencv, built from lib/native/opencv: one file of imports per header there, with the same symbols.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "emotion_opencv";

    /// <summary>The fingerprint of the headers that these imports were written for; eo_abi must give the same.</summary>
    private const uint Abi = 0xa27dc65d;

    /// <summary>Throws OpenCV's message where a call did not succeed.</summary>
    internal static void Check(int status, nint error)
    {
        if (status == 0)
            return;
        var text = Marshal.PtrToStringUTF8(error) ?? "there is not enough memory";
        eo_free(error);
        throw new OpenCVException(text.ReplaceLineEndings(" ").Trim());
    }

    /// <summary>Takes over an array that the library made.</summary>
    internal static T[] Take<T>(T* values, int count)
        where T : unmanaged
    {
        try
        {
            return values is null ? [] : new ReadOnlySpan<T>(values, count).ToArray();
        }
        finally
        {
            eo_free((nint)values);
        }
    }

#pragma warning disable CA2255 // the resolver must stand before the first import, whichever that is
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == Library ? Fitting(NativeLibraryLocator.Load(Library, "opencv", assembly), Abi) : 0;

    // What was built from other headers would crash at the first call whose arguments have changed.
    private static nint Fitting(nint library, uint abi) =>
        NativeLibrary.TryGetExport(library, "eo_abi", out var export) && ((delegate* unmanaged<uint>)export)() == abi
        ? library
        : throw new DllNotFoundException($"The native library of {Library} was built for another version; run: ./emotion setup opencv");
}
