using static OpenCvSharp.Native.NativeMethods;

namespace OpenCvSharp;

public static partial class Cv2
{
    public static unsafe void Rectangle(
        InputOutputArray img, Rect rect, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        ArgumentNullException.ThrowIfNull(img);
        ArgumentOutOfRangeException.ThrowIfNotEqual(shift, 0);
        Check(
            eo_rectangle(img.Mat.Handle, rect.X, rect.Y, rect.Width, rect.Height, (double*)&color, thickness, (int)lineType, out var error),
            error);
    }

    public static unsafe void PutText(
        InputOutputArray img,
        string text,
        Point org,
        HersheyFonts fontFace,
        double fontScale,
        Scalar color,
        int thickness = 1,
        LineTypes lineType = LineTypes.Link8,
        bool bottomLeftOrigin = false)
    {
        ArgumentNullException.ThrowIfNull(img);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNotEqual(bottomLeftOrigin, false);
        Check(
            eo_put_text(
                img.Mat.Handle, text, org.X, org.Y, (int)fontFace, fontScale, (double*)&color, thickness, (int)lineType, out var error),
            error);
    }

    /// <summary>The size of a text; baseLine: how far letters such as g reach below the line, in pixels.</summary>
    public static Size GetTextSize(string text, HersheyFonts fontFace, double fontScale, int thickness, out int baseLine)
    {
        ArgumentNullException.ThrowIfNull(text);
        Check(eo_text_size(text, (int)fontFace, fontScale, thickness, out var width, out var height, out baseLine, out var error), error);
        return new Size(width, height);
    }
}
