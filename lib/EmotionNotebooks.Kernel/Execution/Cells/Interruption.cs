using System.Runtime;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>
/// Stops one cell. What runs is aborted (<see cref="ControlledExecution"/>), what waits in an await ends with the token, and what sleeps or
/// blocks is woken after a while by <see cref="Thread.Interrupt"/>. Native code runs on until it returns.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const int Idle = 0;
    private const int Inside = 1;
    private const int Waking = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _source = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private int _state;

    /// <summary>Cancelled when the cell shall stop.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the cell shall stop.</summary>
    public bool Requested => _source.IsCancellationRequested;

    /// <summary>Stops the cell; returns at once.</summary>
    public void Request()
    {
        // Cancelling returns only when the abort has arrived, which a native call can delay: on a thread of its own.
        new Thread(_source.Cancel) { IsBackground = true, Name = "interrupt" }.Start();
        new Thread(Wake) { IsBackground = true, Name = "interrupt sleepers" }.Start();
    }

    /// <summary>Runs code of the user's on the cell's thread.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Run(Action code)
    {
        Interlocked.Exchange(ref _state, Inside);
        try
        {
#pragma warning disable SYSLIB0046 // meant for exactly this: user's code that has no cancellation of its own
            ControlledExecution.Run(code, Token);
#pragma warning restore SYSLIB0046
        }
        finally
        {
            while (Interlocked.CompareExchange(ref _state, Idle, Inside) == Waking)
            {
                Thread.SpinWait(20);
            }

            SwallowWaking();
        }
    }

    public void Dispose()
    {
        // Not the source: a late request may still cancel it.
    }

    // A waking that came too late must not hit the next wait, which is the kernel's own.
    private void SwallowWaking()
    {
        if (!Requested)
        {
            return;
        }

        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    private void Wake()
    {
        do
        {
            Thread.Sleep(Patience);
            if (Interlocked.CompareExchange(ref _state, Waking, Inside) == Inside)
            {
                _thread.Interrupt();
                Interlocked.Exchange(ref _state, Inside);
            }
        }
        while (Volatile.Read(ref _state) != Idle);
    }
}
