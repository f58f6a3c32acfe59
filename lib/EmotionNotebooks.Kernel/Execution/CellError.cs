namespace EmotionNotebooks.Kernel.Execution;

/// <summary>What stopped a cell.</summary>
/// <param name="Name">The exception's type (<c>DivideByZeroException</c>), <c>CompilationError</c>, <c>KeyboardInterrupt</c>.</param>
/// <param name="Message">Its message, in one line where it can be.</param>
/// <param name="Traceback">Lines to show: cell, line and caret, then frames, those of the kernel left out. ANSI colours allowed.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    /// <summary>The name of an interruption, as every front end knows it.</summary>
    public const string Interrupted = "KeyboardInterrupt";
}
