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
    private readonly Lock _gate = new();
    private Interruption? _running;
    private Interruption? _last; // of the cells' thread
    private int _asked; // cells that have been asked for and have not begun
    private bool _isInterrupted; // meanwhile

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
        if (HelpQuestion.In(code) is { } question)
        {
            return await _thread.RunAsync(() => _questions.Value.Answer(question));
        }

        lock (_gate)
        {
            _asked++;
        }

        var runner = await _runner.Value;
        return await _thread.RunAsync(() =>
        {
            using var interruption = Begin(frontEnd);
            try
            {
                return runner.Run(code, number, frontEnd, interruption);
            }
            finally
            {
                lock (_gate)
                {
                    _running = null;
                }

                if (interruption.Aborted)
                {
                    _thread.Replace();
                }
            }
        });
    }

    /// <inheritdoc/>
    public void Interrupt()
    {
        lock (_gate)
        {
            _running?.Request();
            _isInterrupted = _running is null && _asked > 0;
        }
    }

    /// <inheritdoc/>
    public CompletionList Complete(string code, int position) => _questions.Value.Complete(code, position);

    /// <inheritdoc/>
    public MimeBundle? Inspect(string code, int position, bool detailed) => _questions.Value.Inspect(code, position, detailed);

    /// <inheritdoc/>
    public Completeness IsComplete(string code) => CompletenessCheck.Of(code);

    /// <inheritdoc/>
    public void Dispose() => _thread.Dispose();

    /// <summary>What interrupts the cell that now begins; an interruption that came while it waited is its own.</summary>
    private Interruption Begin(IFrontEnd frontEnd)
    {
        _last?.Forget();
        _last = new Interruption(frontEnd);
        lock (_gate)
        {
            _running = _last;
            _asked--;
            if (_isInterrupted)
            {
                _isInterrupted = false;
                _last.Request();
            }
        }

        return _last;
    }
}
