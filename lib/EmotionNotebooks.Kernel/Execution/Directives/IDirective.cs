using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>Something that a line of a cell asks of the kernel.</summary>
internal interface IDirective
{
    /// <summary>How the line begins, such as <c>#r</c>.</summary>
    string Name { get; }

    /// <summary>What it does, in one line, for <c>#!lsmagic</c>.</summary>
    string Help { get; }

    /// <summary>Does it.</summary>
    /// <param name="call">What was written.</param>
    /// <param name="cell">The cell that it was written in.</param>
    /// <exception cref="DirectiveException">It can't be done; the message says why.</exception>
    void Run(DirectiveCall call, CellRun cell);
}
