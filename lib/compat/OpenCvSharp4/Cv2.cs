using System.Runtime.InteropServices;
using static OpenCvSharp.Native.NativeMethods;

namespace OpenCvSharp;

public static partial class Cv2
{
    /// <summary>Such as "4.6.0".</summary>
    public static string? GetVersionString() => Marshal.PtrToStringUTF8(eo_version());

    public static void Resize(
        InputArray src, OutputArray dst, Size dsize, double fx = 0, double fy = 0, InterpolationFlags interpolation = InterpolationFlags.Linear)
    {
        ArgumentNullException.ThrowIfNull(src);
        ArgumentNullException.ThrowIfNull(dst);
        Check(eo_resize(src.Mat.Handle, dst.Mat.Handle, dsize.Width, dsize.Height, fx, fy, (int)interpolation, out var error), error);
    }

    public static void WarpAffine(
        InputArray src,
        OutputArray dst,
        InputArray m,
        Size dsize,
        InterpolationFlags flags = InterpolationFlags.Linear,
        BorderTypes borderMode = BorderTypes.Constant)
    {
        ArgumentNullException.ThrowIfNull(src);
        ArgumentNullException.ThrowIfNull(dst);
        ArgumentNullException.ThrowIfNull(m);
        Check(
            eo_warp_affine(src.Mat.Handle, dst.Mat.Handle, m.Mat.Handle, dsize.Width, dsize.Height, (int)flags, (int)borderMode, out var error),
            error);
    }
}
