using EmotionNotebooks.Kernel.Execution;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>The interpreter, which is made in the background while the kernel already answers what needs none.</summary>
internal sealed class InterpreterSource : IDisposable
{
    private readonly Task<IInterpreter> _interpreter;

    /// <param name="create">Makes it, on a thread of its own.</param>
    public InterpreterSource(Func<IInterpreter> create) =>
        _interpreter = Task.Factory.StartNew(create, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The interpreter; waits for it where it is not made yet.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public IInterpreter Get(CancellationToken cancellation = default) => _interpreter.WaitAsync(cancellation).GetAwaiter().GetResult();

    /// <summary>The interpreter where it is made; null where it isn't yet, or couldn't be.</summary>
    public IInterpreter? Current => _interpreter.IsCompletedSuccessfully ? _interpreter.Result : null;

    /// <summary>Disposes of the interpreter where it is made.</summary>
    public void Dispose() => Current?.Dispose();
}
