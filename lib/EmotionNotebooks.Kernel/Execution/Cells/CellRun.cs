using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>One run of a cell.</summary>
internal sealed class CellRun(IFrontEnd frontEnd, Interruption interruption)
{
    public IFrontEnd FrontEnd { get; } = frontEnd;

    public Interruption Interruption { get; } = interruption;

    /// <summary>The piece that runs: the name of its text, its line there, and the text.</summary>
    public (string Path, int Line, string Text) Place { get; set; } = ("", 1, "");

    /// <summary>The value of the last expression, formatted; null where there is none.</summary>
    public MimeBundle? Value { get; set; }

    /// <summary>What follows when all else has run well.</summary>
    public List<Action> AtEnd { get; } = [];

    /// <summary>A value that is not the last is shown like any other output.</summary>
    public void Flush()
    {
        if (Value is { } value)
        {
            Value = null;
            FrontEnd.Display(value);
        }
    }

    /// <summary>Runs code of the user's, and what it awaits.</summary>
    public object? RunUserCode(Func<Task<object>> start)
    {
        object? value = null;
        using var context = new CellContext();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            Interruption.Run(() =>
            {
                var task = start();
                context.PumpUntil(task, Interruption.Token);
                value = task.GetAwaiter().GetResult();
            });
            return value;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
            context.End(Interruption.Requested);
        }
    }
}
