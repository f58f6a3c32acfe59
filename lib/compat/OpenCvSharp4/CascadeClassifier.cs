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

    public virtual Rect[] DetectMultiScale(
        Mat image, double scaleFactor = 1.1, int minNeighbors = 3, HaarDetectionTypes flags = 0, Size? minSize = null, Size? maxSize = null) =>
        Detect(image, out _, out _, scaleFactor, minNeighbors, flags, minSize, maxSize, false);

    public virtual Rect[] DetectMultiScale(
        Mat image,
        out int[] rejectLevels,
        out double[] levelWeights,
        double scaleFactor = 1.1,
        int minNeighbors = 3,
        HaarDetectionTypes flags = 0,
        Size? minSize = null,
        Size? maxSize = null,
        bool outputRejectLevels = false) =>
        Detect(image, out rejectLevels, out levelWeights, scaleFactor, minNeighbors, flags, minSize, maxSize, outputRejectLevels);

    private unsafe Rect[] Detect(
        Mat image,
        out int[] rejectLevels,
        out double[] levelWeights,
        double scaleFactor,
        int minNeighbors,
        HaarDetectionTypes flags,
        Size? minSize,
        Size? maxSize,
        bool wantsLevels)
    {
        ArgumentNullException.ThrowIfNull(image);
        var (smallest, largest) = (minSize ?? default, maxSize ?? default);
        Check(
            eo_cascade_detect(
                Handle, image.Handle, scaleFactor, minNeighbors, (int)flags, smallest.Width, smallest.Height, largest.Width, largest.Height,
                wantsLevels ? 1 : 0, out var rects, out var levels, out var weights, out var count, out var error),
            error);
        (rejectLevels, levelWeights) = (Take(levels, count), Take(weights, count));
        return Take(rects, count);
    }
}
