using System.Runtime.InteropServices;

namespace OpenCvSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_cascade_new(string path, out nint result, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_cascade_free(nint self, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_cascade_empty(NativeHandle self, out int isEmpty, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_cascade_detect(
        NativeHandle self, NativeHandle image, double scaleFactor, int minNeighbors, int flags, int minWidth, int minHeight, int maxWidth,
        int maxHeight, out Rect* rects, out int count, out nint error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int eo_yunet_new(
        string model, string config, int width, int height, float scoreThreshold, float nmsThreshold, int topK, int backend, int target,
        out nint result, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_yunet_free(nint self, out nint error);

    [LibraryImport(Library)]
    internal static partial int eo_yunet_detect(NativeHandle self, NativeHandle image, NativeHandle faces, out int result, out nint error);
}
