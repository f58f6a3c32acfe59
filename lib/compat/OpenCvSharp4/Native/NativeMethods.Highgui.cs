using System.Runtime.InteropServices;

namespace OpenCvSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_window_new(string name, int flags, out nint error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_window_show(string name, NativeHandle image, out nint error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_window_resize(string name, int width, int height, out nint error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_window_property(string name, int property, out double value, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_windows_destroy(out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_wait_key(int delay, out int key, out nint error);
}
