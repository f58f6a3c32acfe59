using OpenCvSharp;

namespace EmotionNotebooks.Live;

/// <summary>A window that shows frames. All calls come from one thread; where there is no display, OpenCV ends the process.</summary>
public sealed class LiveWindow : IDisposable
{
    private const string Title = "emotion camera (q ends)";
    private const int Escape = 27;

    private bool _isOpen;

    /// <summary>Shows a frame.</summary>
    /// <param name="image">8-bit BGR.</param>
    /// <param name="wait">For how long it may be shown at least, in milliseconds.</param>
    /// <returns>Whether to go on: false once q or Esc was pressed or the window closed.</returns>
    public bool Show(Mat image, int wait)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (!_isOpen)
        {
            Cv2.NamedWindow(Title, WindowFlags.Normal | WindowFlags.GuiNormal);
            Cv2.ResizeWindow(Title, image.Cols, image.Rows);
            _isOpen = true;
        }

        Cv2.ImShow(Title, image);
        var key = Cv2.WaitKey(Math.Max(1, wait)) & 0xff;
        return key is not ('q' or 'Q' or Escape) && Cv2.GetWindowProperty(Title, WindowPropertyFlags.Visible) != 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOpen)
        {
            Cv2.DestroyAllWindows();
        }
    }
}
