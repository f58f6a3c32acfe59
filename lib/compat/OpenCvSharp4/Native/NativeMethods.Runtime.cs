using System.Runtime.InteropServices;

namespace OpenCvSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint eo_version();

    [LibraryImport(Library)]
    internal static partial long eo_live_handles();

    [LibraryImport(Library)]
    internal static partial void eo_free(nint memory);
}
