using static OpenCvSharp.Native.NativeMethods;

namespace OpenCvSharp;

public static partial class Cv2
{
    public static void NamedWindow(string winName, WindowFlags flags = WindowFlags.Normal)
    {
        ArgumentException.ThrowIfNullOrEmpty(winName);
        Check(eo_window_new(winName, (int)flags, out var error), error);
    }

    public static void ImShow(string winName, Mat mat)
    {
        ArgumentException.ThrowIfNullOrEmpty(winName);
        ArgumentNullException.ThrowIfNull(mat);
        Check(eo_window_show(winName, mat.Handle, out var error), error);
    }

    public static void ResizeWindow(string winName, int width, int height)
    {
        ArgumentException.ThrowIfNullOrEmpty(winName);
        Check(eo_window_resize(winName, width, height, out var error), error);
    }

    public static double GetWindowProperty(string winName, WindowPropertyFlags propId)
    {
        ArgumentException.ThrowIfNullOrEmpty(winName);
        Check(eo_window_property(winName, (int)propId, out var value, out var error), error);
        return value;
    }

    public static void DestroyAllWindows() => Check(eo_windows_destroy(out var error), error);

    /// <summary>Lets windows draw, and waits for a key: its number, or -1 where none came in time. 0 waits for ever.</summary>
    public static int WaitKey(int delay = 0)
    {
        Check(eo_wait_key(delay, out var key, out var error), error);
        return key;
    }
}
