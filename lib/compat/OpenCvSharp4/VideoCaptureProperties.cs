namespace OpenCvSharp;

public enum VideoCaptureProperties
{
    Fps = 5,
    FrameCount = 7,
    BufferSize = 38,
}
