using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution;

/// <summary>C# in cells: state across them, awaits, directives, interruption.</summary>
public sealed class CSharpInterpreter : IInterpreter
{
    private readonly CellThread _thread = new();
    private readonly Lazy<Task<CellRunner>> _runner;
    private volatile Interruption? _running;

    /// <summary>Makes an interpreter; the compiler is loaded in the background.</summary>
    /// <param name="options">What it works with.</param>
    public CSharpInterpreter(InterpreterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Environment.CurrentDirectory = options.WorkingFolder;
        _runner = new Lazy<Task<CellRunner>>(() => _thread.RunAsync(() => new CellRunner(options)));
        if (options.WarmUp)
        {
            _ = _runner.Value;
            _ = _thread.RunAsync(() => _runner.Value.Result.WarmUp());
        }
    }

    /// <inheritdoc/>
    public async Task<CellResult> ExecuteAsync(string code, int number, IFrontEnd frontEnd)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(frontEnd);
        var runner = await _runner.Value;
        return await _thread.RunAsync(() =>
        {
            using var interruption = new Interruption(frontEnd);
            _running = interruption;
            try
            {
                return runner.Run(code, number, frontEnd, interruption);
            }
            finally
            {
                _running = null;
                if (interruption.Aborted)
                {
                    _thread.Replace();
                }
            }
        });
    }

    /// <inheritdoc/>
    public void Interrupt() => _running?.Request();

    /// <inheritdoc/>
    public CompletionList Complete(string code, int position) => new(position, position, []);

    /// <inheritdoc/>
    public MimeBundle? Inspect(string code, int position, bool detailed) => null;

    /// <inheritdoc/>
    public Completeness IsComplete(string code) => new(CompletenessStatus.Complete);

    /// <inheritdoc/>
    public void Dispose() => _thread.Dispose();
}
