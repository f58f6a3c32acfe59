using System.Globalization;
using System.Runtime.InteropServices;

namespace EmotionNotebooks.Kernel;

/// <summary>Ends a kernel whose Jupyter is gone, so that none is left behind when that is killed.</summary>
internal static partial class ParentWatch
{
    private const string Variable = "JPY_PARENT_PID";
    private const int NoSuchProcess = 3; // ESRCH

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Begins to watch where <c>JPY_PARENT_PID</c> names a process, as Jupyter does.</summary>
    /// <param name="gone">Called once that process is gone.</param>
    public static void Start(Action gone)
    {
        if (OperatingSystem.IsWindows()
            || !int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var parent)
            || parent <= 1)
        {
            return;
        }

        // A process's number may be given to another later; that of the own parent changes when it dies.
        var isOwn = GetParent() == parent;
        new Thread(() =>
        {
            while (isOwn ? GetParent() == parent : Exists(parent))
            {
                Thread.Sleep(Pause);
            }

            gone();
        })
        { IsBackground = true, Name = "parent watch" }.Start();
    }

    private static bool Exists(int process) => Kill(process, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
