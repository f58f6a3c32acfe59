using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A rectangle in pixels, from its left and top edge.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct Rect(int X, int Y, int Width, int Height)
{
    public int X = X;
    public int Y = Y;
    public int Width = Width;
    public int Height = Height;
}
