namespace OpenCvSharp;

public enum VideoCaptureAPIs
{
    ANY = 0,
}
