using System.Runtime.ExceptionServices;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Errors;

/// <summary>
/// An exception that a notebook's thread or timer leaves to nobody ends that thread, not the kernel with all its variables. A stack overflow
/// still ends the process: nothing in .NET can prevent it.
/// </summary>
internal static class UnhandledExceptions
{
    /// <summary>Begins it, for the whole process; once.</summary>
    public static void Survive() => ExceptionHandling.SetUnhandledExceptionHandler(exception =>
    {
        var text = $"A thread of the notebook ended with {exception.GetType().Name}: {exception.Message}\n{exception.StackTrace}";
        if (FrontEnd.Current is { } frontEnd)
        {
            try
            {
                frontEnd.Write("stderr", text + "\n");
                return true;
            }
            catch (OperationCanceledException)
            {
                return true; // of a cell that was interrupted
            }
        }

        Log.Write(text);
        return true;
    });
}
