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

    [LibraryImport(Library)]
    internal static partial int eo_rectangle(
        NativeHandle image, int x, int y, int width, int height, double* color, int thickness, int lineType, out nint error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_put_text(
        NativeHandle image, string text, int x, int y, int font, double scale, double* color, int thickness, int lineType, out nint error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_text_size(
        string text, int font, double scale, int thickness, out int width, out int height, out int belowLine, out nint error);
}
