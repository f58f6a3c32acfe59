using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Four numbers, such as a colour in the order of a picture's channels.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct Scalar(double Val0, double Val1, double Val2, double Val3)
{
    public double Val0 = Val0;
    public double Val1 = Val1;
    public double Val2 = Val2;
    public double Val3 = Val3;

    public Scalar(double v0, double v1, double v2)
        : this(v0, v1, v2, 0)
    {
    }
}
