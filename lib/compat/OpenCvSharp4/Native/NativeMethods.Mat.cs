using System.Runtime.InteropServices;

namespace OpenCvSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int eo_mat_new(out nint result, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_mat_over(int rows, int cols, int type, nint data, long step, out nint result, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_mat_free(nint self, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_mat_layout(
        NativeHandle self, out int rows, out int cols, out int type, out nint data, out int isContinuous, out nint error);
}
