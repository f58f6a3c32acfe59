using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution;

/// <summary>Placeholder.</summary>
public sealed class CSharpInterpreter(InterpreterOptions options) : IInterpreter
{
    /// <inheritdoc/>
    public Task<CellResult> ExecuteAsync(string code, int number, IFrontEnd frontEnd) => Task.FromResult(new CellResult(MimeBundle.Plain(options.ToString())));
    /// <inheritdoc/>
    public void Interrupt() { }
    /// <inheritdoc/>
    public CompletionList Complete(string code, int position) => new(0, 0, []);
    /// <inheritdoc/>
    public MimeBundle? Inspect(string code, int position, bool detailed) => null;
    /// <inheritdoc/>
    public Completeness IsComplete(string code) => new(CompletenessStatus.Complete);
    /// <inheritdoc/>
    public void Dispose() { }
}
