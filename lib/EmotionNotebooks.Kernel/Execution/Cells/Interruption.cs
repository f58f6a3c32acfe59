using System.Runtime;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>
/// Stops one cell. Code that has asked for the cell's <see cref="CellCancellation"/> is first given time to stop of itself. Then, or when it
/// is asked once more: what runs is aborted (<see cref="ControlledExecution"/>), what waits in an await ends with the token, and what sleeps or
/// blocks is woken after a while by <see cref="Thread.Interrupt"/>. Native code runs on until it returns.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const int Idle = 0;
    private const int Inside = 1;
    private const int Waking = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>A training's running step and its checkpoint.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _source = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private int _state;
    private volatile bool _isOver;

    /// <summary>The wish that the cell stop of itself.</summary>
    public CellCancellation Cancellation { get; } = new();

    /// <summary>Cancelled when the cell is stopped by force.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the cell shall stop.</summary>
    public bool Requested => Cancellation.IsRequested;

    /// <summary>Stops the cell; returns at once.</summary>
    public void Request()
    {
        if (!Cancellation.Request())
        {
            Force();
            return;
        }

        new Thread(() =>
        {
            Thread.Sleep(Grace);
            if (!_isOver)
            {
                Force();
            }
        })
        { IsBackground = true, Name = "grace" }.Start();
    }

    private void Force()
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
        _isOver = true;
        // Not the source: a late request may still cancel it.
    }

    // A waking that came too late must not hit the next wait, which is the kernel's own.
    private void SwallowWaking()
    {
        if (!_source.IsCancellationRequested)
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
