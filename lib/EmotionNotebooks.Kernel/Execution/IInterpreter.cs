using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution;

/// <summary>The language behind the kernel: it knows no socket and no message.</summary>
public interface IInterpreter : IDisposable
{
    /// <summary>Runs a cell; one at a time, in the order of the calls.</summary>
    /// <param name="code">The cell's text, magics included.</param>
    /// <param name="number">The number that the front end shows beside the cell (<c>In [number]</c>); errors name it.</param>
    /// <param name="frontEnd">Where its output goes.</param>
    /// <returns>How it ended; an exception of the cell's code is a result, never thrown.</returns>
    Task<CellResult> ExecuteAsync(string code, int number, IFrontEnd frontEnd);

    /// <summary>Stops the running cell, wherever it is: in a loop, a wait, a sleep. Returns at once; does nothing where none runs.</summary>
    void Interrupt();

    /// <summary>What could stand at a place; never waits for a running cell.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="position">The place, in UTF-16 units from its start.</param>
    CompletionList Complete(string code, int position);

    /// <summary>What is known of the name at a place; null where there is none. Never waits for a running cell.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="position">The place, in UTF-16 units from its start.</param>
    /// <param name="detailed">Documentation and all overloads, too.</param>
    MimeBundle? Inspect(string code, int position, bool detailed);

    /// <summary>Whether a text could be run as it stands.</summary>
    /// <param name="code">The cell's text.</param>
    Completeness IsComplete(string code);
}
