namespace OpenCvSharp;

public enum VideoCaptureProperties
{
    FrameWidth = 3,
    FrameHeight = 4,
    Fps = 5,
    FrameCount = 7,
    BufferSize = 38,
}
