namespace OpenCvSharp;

public enum HersheyFonts
{
    HersheySimplex = 0,
}
