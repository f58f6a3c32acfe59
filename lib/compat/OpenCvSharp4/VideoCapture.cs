using OpenCvSharp.Native;
using static OpenCvSharp.Native.NativeMethods;

namespace OpenCvSharp;

/// <summary>A camera or a video. Serves one thread at a time.</summary>
public class VideoCapture : CvObject
{
    public VideoCapture()
    {
        Check(eo_capture_new(out var handle, out var error), error);
        NativeObject = new NativeHandle(handle, eo_capture_free);
    }

    /// <summary>Frames per second; 0 where it is not known.</summary>
    public double Fps => Get(VideoCaptureProperties.Fps);

    /// <summary>How many frames the file says it has; below 1 where it does not.</summary>
    public int FrameCount => (int)Get(VideoCaptureProperties.FrameCount);

    public bool Open(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        Check(eo_capture_open_file(Handle, fileName, (int)apiPreference, out var isOpen, out var error), error);
        return isOpen != 0;
    }

    public bool Open(int index, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
    {
        Check(eo_capture_open_device(Handle, index, (int)apiPreference, out var isOpen, out var error), error);
        return isOpen != 0;
    }

    /// <summary>Takes the next frame, 8-bit BGR; false at the end, and where the device gives none.</summary>
    public bool Read(Mat image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Check(eo_capture_read(Handle, image.Handle, out var hasFrame, out var error), error);
        return hasFrame != 0;
    }

    private double Get(VideoCaptureProperties propertyId)
    {
        Check(eo_capture_get(Handle, (int)propertyId, out var value, out var error), error);
        return value;
    }

    public bool Set(VideoCaptureProperties propertyId, double value)
    {
        Check(eo_capture_set(Handle, (int)propertyId, value, out var isSet, out var error), error);
        return isSet != 0;
    }
}
