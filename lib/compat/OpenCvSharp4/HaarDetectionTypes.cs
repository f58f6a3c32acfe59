namespace OpenCvSharp;

[Flags]
public enum HaarDetectionTypes
{
    ScaleImage = 2,
}
