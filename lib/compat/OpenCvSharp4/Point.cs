namespace OpenCvSharp;

/// <summary>A point in pixels.</summary>
public record struct Point(int X, int Y)
{
    public int X = X;
    public int Y = Y;
}
