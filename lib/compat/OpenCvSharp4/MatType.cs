namespace OpenCvSharp;

/// <summary>Depth and channels of a matrix's elements, as OpenCV numbers them.</summary>
public readonly record struct MatType
{
    public static readonly MatType CV_8UC1 = new(0);
    public static readonly MatType CV_8UC3 = new(16);
    public static readonly MatType CV_64FC1 = new(6);

    public MatType(int value) => Value = value;

    public int Value { get; }
}
