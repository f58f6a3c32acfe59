using EmotionNotebooks.Kernel.Execution;

namespace EmotionNotebooks.Kernel.Tests.Execution;

/// <summary>An interpreter with the numbering of a front end.</summary>
internal sealed class Notebook : IDisposable
{
    private readonly CSharpInterpreter _interpreter;
    private int _number;

    public Notebook(InterpreterOptions? options = null)
    {
        _interpreter = new CSharpInterpreter(options ?? new InterpreterOptions());
    }

    public CSharpInterpreter Interpreter => _interpreter;

    public RecordingFrontEnd FrontEnd { get; private set; } = new();

    public Task<CellResult> RunAsync(string code)
    {
        FrontEnd = new RecordingFrontEnd();
        return _interpreter.ExecuteAsync(code, Interlocked.Increment(ref _number), FrontEnd);
    }

    /// <summary>Runs a cell that ends well; gives its value's plain text, or nothing.</summary>
    public async Task<string?> ValueAsync(string code)
    {
        var result = await RunAsync(code);
        if (result.Error is { } error)
        {
            Assert.Fail($"{error.Name}: {error.Message}\n{string.Join('\n', error.Traceback)}");
        }

        return result.Value?.Data["text/plain"];
    }

    /// <summary>Runs a cell that fails.</summary>
    public async Task<CellError> ErrorAsync(string code)
    {
        var result = await RunAsync(code);
        Assert.NotNull(result.Error);
        return result.Error;
    }

    public void Dispose() => _interpreter.Dispose();
}
