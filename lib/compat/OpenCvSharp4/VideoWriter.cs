using OpenCvSharp.Native;
using static OpenCvSharp.Native.NativeMethods;

namespace OpenCvSharp;

/// <summary>Writes a video. Serves one thread at a time.</summary>
public class VideoWriter : CvObject
{
    public VideoWriter(string fileName, FourCC fourcc, double fps, Size frameSize, bool isColor = true)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        Check(
            eo_writer_new(fileName, fourcc, fps, frameSize.Width, frameSize.Height, isColor ? 1 : 0, out var handle, out var error), error);
        NativeObject = new NativeHandle(handle, eo_writer_free);
    }

    public bool IsOpened()
    {
        Check(eo_writer_is_open(Handle, out var isOpen, out var error), error);
        return isOpen != 0;
    }

    /// <summary>Ends the file; nothing can be written any more.</summary>
    public void Release() => Check(eo_writer_release(Handle, out var error), error);

    /// <summary>Adds a frame, which must have the video's size.</summary>
    public void Write(InputArray image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Check(eo_writer_write(Handle, image.Mat.Handle, out var error), error);
    }
}
