using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Cells;
using EmotionNotebooks.Kernel.Execution.Completion;

namespace EmotionNotebooks.Kernel.Execution;

/// <summary>C# in cells: state across them, awaits, directives, interruption.</summary>
public sealed class CSharpInterpreter : IInterpreter
{
    private readonly CellThread _thread = new();
    private readonly Lazy<Task<CellRunner>> _runner;
    private readonly Lazy<Questions> _questions;
    private volatile Interruption? _running;

    /// <summary>Makes an interpreter; the compiler is loaded in the background.</summary>
    /// <param name="options">What it works with.</param>
    public CSharpInterpreter(InterpreterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Environment.CurrentDirectory = options.WorkingFolder;
        _runner = new Lazy<Task<CellRunner>>(() => _thread.RunAsync(() => new CellRunner(options)));
        _questions = new Lazy<Questions>(() => new Questions(_runner.Value.GetAwaiter().GetResult()));
        if (options.WarmUp)
        {
            _ = _runner.Value;
            _ = _thread.RunAsync(() => _runner.Value.Result.WarmUp())
                .ContinueWith(_ => _questions.Value.WarmUp(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }
    }

    /// <inheritdoc/>
    public async Task<CellResult> ExecuteAsync(string code, int number, IFrontEnd frontEnd)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(frontEnd);
        var runner = await _runner.Value;
        if (HelpQuestion.In(code) is { } question)
        {
            return await _thread.RunAsync(() => _questions.Value.Answer(question));
        }

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
    public CompletionList Complete(string code, int position) => _questions.Value.Complete(code, position);

    /// <inheritdoc/>
    public MimeBundle? Inspect(string code, int position, bool detailed) => _questions.Value.Inspect(code, position, detailed);

    /// <inheritdoc/>
    public Completeness IsComplete(string code) => CompletenessCheck.Of(code);

    /// <inheritdoc/>
    public void Dispose() => _thread.Dispose();
}
