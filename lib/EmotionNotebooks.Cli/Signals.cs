using System.Runtime.InteropServices;

namespace EmotionNotebooks.Cli;

/// <summary>Signals to processes, which .NET can receive but not send.</summary>
internal static partial class Signals
{
    /// <summary>Ends a process that listens.</summary>
    public const int Terminate = 15;

    /// <summary>Sends a signal; nothing happens where the process is gone, or on Windows.</summary>
    /// <param name="process">The process's number.</param>
    /// <param name="signal">The signal's number.</param>
    public static void Send(int process, int signal)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Kill(process, signal);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
