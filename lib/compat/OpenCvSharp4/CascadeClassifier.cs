using OpenCvSharp.Native;
using static OpenCvSharp.Native.NativeMethods;

namespace OpenCvSharp;

/// <summary>A cascade of boosted classifiers (Viola and Jones 2001). Serves one thread at a time.</summary>
public class CascadeClassifier : CvObject
{
    public CascadeClassifier(string fileName)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (!File.Exists(fileName))
            throw new FileNotFoundException($"\"{fileName}\" not found", fileName);
        Check(eo_cascade_new(fileName, out var handle, out var error), error);
        NativeObject = new NativeHandle(handle, eo_cascade_free);
    }

    /// <summary>Whether the file held no cascade.</summary>
    public virtual bool Empty()
    {
        Check(eo_cascade_empty(Handle, out var isEmpty, out var error), error);
        return isEmpty != 0;
    }

    public virtual unsafe Rect[] DetectMultiScale(
        Mat image, double scaleFactor = 1.1, int minNeighbors = 3, HaarDetectionTypes flags = 0, Size? minSize = null, Size? maxSize = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        var (smallest, largest) = (minSize ?? default, maxSize ?? default);
        Check(
            eo_cascade_detect(
                Handle, image.Handle, scaleFactor, minNeighbors, (int)flags, smallest.Width, smallest.Height, largest.Width, largest.Height,
                out var rects, out var count, out var error),
            error);
        return Take(rects, count);
    }
}
