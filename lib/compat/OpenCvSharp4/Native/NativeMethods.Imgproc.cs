using System.Runtime.InteropServices;

namespace OpenCvSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int eo_resize(
        NativeHandle from, NativeHandle to, int width, int height, double fx, double fy, int interpolation, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_warp_affine(
        NativeHandle from, NativeHandle to, NativeHandle matrix, int width, int height, int flags, int border, out nint error);
}
