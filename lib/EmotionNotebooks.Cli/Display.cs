using System.Runtime.InteropServices;

namespace EmotionNotebooks.Cli;

/// <summary>Whether a window can be shown.</summary>
internal static partial class Display
{
    private const string Advice = "--headless works without a window";

    /// <summary>Refuses where no window can be shown: what OpenCV draws with would end the process without a word.</summary>
    /// <exception cref="ArgumentException">There is no display; the message says what to do.</exception>
    public static void Require()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var name = Environment.GetEnvironmentVariable("DISPLAY");
        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException($"there is no display for the window (DISPLAY is not set); {Advice}");
        }

        if (!Answers(name))
        {
            throw new ArgumentException($"the display {name} (DISPLAY) does not answer; {Advice}");
        }
    }

    private static bool Answers(string name)
    {
        try
        {
            var display = XOpenDisplay(name);
            if (display != 0)
            {
                _ = XCloseDisplay(display);
            }

            return display != 0;
        }
        catch (DllNotFoundException)
        {
            // OpenCV draws without X11 then.
            return true;
        }
    }

    [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string name);

    [LibraryImport("libX11.so.6")]
    private static partial int XCloseDisplay(nint display);
}
