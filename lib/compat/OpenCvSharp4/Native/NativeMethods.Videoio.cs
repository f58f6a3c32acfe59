using System.Runtime.InteropServices;

namespace OpenCvSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int eo_capture_new(out nint result, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_capture_free(nint self, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_capture_open_device(NativeHandle self, int index, int api, out int isOpen, out nint error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_capture_open_file(NativeHandle self, string path, int api, out int isOpen, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_capture_read(NativeHandle self, NativeHandle image, out int hasFrame, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_capture_get(NativeHandle self, int property, out double value, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_capture_set(NativeHandle self, int property, double value, out int isSet, out nint error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_writer_new(
        string path, int fourcc, double fps, int width, int height, int isColor, out nint result, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_writer_free(nint self, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_writer_is_open(NativeHandle self, out int isOpen, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_writer_write(NativeHandle self, NativeHandle image, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_writer_release(NativeHandle self, out nint error);
}
