using EmotionNotebooks.Kernel.Dispatch;
using EmotionNotebooks.Kernel.Execution;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel;

/// <summary>A kernel: its sockets, its handlers and its interpreter.</summary>
internal sealed class KernelServer : IDisposable
{
    /// <summary>The exit code of a kernel that was told to end.</summary>
    public const int Ended = 0;

    // How long a cell may take to end when the kernel does; clients lose patience after 2.5 s.
    private static readonly TimeSpan LastCell = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<int> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly InterpreterSource _interpreter;
    private readonly ExecuteHandler _cells;
    private readonly Wire _wire;

    /// <summary>Binds the sockets and answers from now on.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <param name="create">Makes the interpreter, in the background: what needs none is answered before.</param>
    /// <param name="history">Keeps what cells were run.</param>
    public KernelServer(ConnectionFile connection, Func<IInterpreter> create, History history)
    {
        var format = new WireFormat(new MessageSigner(connection.Key));
        _wire = new Wire(connection, format);
        _interpreter = new InterpreterSource(create);
        var inputs = new InputDesk();
        _cells = new ExecuteHandler(_interpreter, inputs, history);
        var dispatcher = new Dispatcher(_wire, format, inputs,
        [
            new KernelInfoHandler(),
            _cells,
            new CompleteHandler(_interpreter),
            new InspectHandler(_interpreter),
            new IsCompleteHandler(_interpreter),
            new HistoryHandler(history),
            new CommInfoHandler(),
            new CommOpenHandler(),
            new InterruptHandler(_cells),
            new ShutdownHandler(() => End(Ended)),
        ]);
        _wire.Start(dispatcher.Accept);
    }

    /// <summary>Stops the running cell.</summary>
    public void Interrupt() => _cells.Interrupt();

    /// <summary>Begins the end; only the first call counts.</summary>
    /// <param name="code">The process's exit code.</param>
    public void End(int code) => _end.TrySetResult(code);

    /// <summary>Waits for the end.</summary>
    /// <returns>The process's exit code.</returns>
    public int WaitForEnd() => _end.Task.GetAwaiter().GetResult();

    /// <summary>Stops the running cell, sends what is still to be sent, and closes the sockets.</summary>
    public void Dispose()
    {
        _cells.Interrupt();
        _cells.WaitUntilIdle(LastCell);
        _wire.Dispose();
        _interpreter.Dispose();
    }
}
