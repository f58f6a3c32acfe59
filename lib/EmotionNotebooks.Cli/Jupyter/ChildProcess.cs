using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>
/// A program in the foreground. Ctrl-C reaches it by itself, since a terminal sends it to the whole group; this process then waits
/// for it to end. SIGTERM and SIGHUP are passed on.
/// </summary>
internal static class ChildProcess
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">The program.</param>
    /// <param name="talk">Reads and writes its streams; null where they are this process's.</param>
    /// <returns>Its exit code.</returns>
    public static int Run(ProcessStartInfo start, Action<Process>? talk = null)
    {
        using var process = Process.Start(start)!;
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, PassOn);
        using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, PassOn);
        talk?.Invoke(process);
        process.WaitForExit();
        return process.ExitCode;

        void PassOn(PosixSignalContext context)
        {
            context.Cancel = true;
            Signals.Send(process.Id, Signals.Terminate);
        }
    }
}
