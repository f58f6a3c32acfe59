namespace OpenCvSharp;

public enum WindowPropertyFlags
{
    Visible = 4,
}
