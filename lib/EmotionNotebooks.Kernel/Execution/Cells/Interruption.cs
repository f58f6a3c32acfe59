using System.Runtime;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>
/// Stops one cell, by degrees. Code that has asked for the cell's <see cref="CellCancellation"/> is first given time to stop of itself. Then, or
/// when it is asked once more, loops and functions of cells stop where they are (<see cref="CellCheck"/>), and so does an await or whatever
/// shows something; what sleeps or blocks is woken by <see cref="Thread.Interrupt"/>.
/// </summary>
/// <remarks>
/// Compiled code that does none of this is aborted (<see cref="ControlledExecution"/>) when the person interrupts once more, and not before:
/// .NET 10's abort ends the process in one case of six (measured: LINQ, dictionaries, strings in a loop; never arithmetic or native calls),
/// and hangs when it is used twice on a thread. Native code runs on until it returns.
/// </remarks>
internal sealed class Interruption(IFrontEnd frontEnd) : IDisposable
{
    private const int Idle = 0;
    private const int Inside = 1;
    private const int Waking = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(3);

    /// <summary>A training's running step and its checkpoint.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly Lock _gate = new();
    private DateTime? _stoppingSince;
    private int _state;
    private volatile bool _isOver;

    /// <summary>The wish that the cell stop of itself.</summary>
    public CellCancellation Cancellation { get; } = new();

    /// <summary>Cancelled when the cell is stopped wherever it can be.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Whether the cell shall stop.</summary>
    public bool Requested => Cancellation.IsRequested;

    /// <summary>Whether the cell's thread was aborted, which can be done to a thread once.</summary>
    public bool Aborted => _abort.IsCancellationRequested;

    /// <summary>Stops the cell, or goes one degree further; returns at once.</summary>
    public void Request() => Start("interrupt", () =>
    {
        if (Cancellation.Request())
        {
            Thread.Sleep(Grace);
            if (_isOver)
            {
                return;
            }
        }

        lock (_gate)
        {
            if (_stoppingSince is null)
            {
                _stoppingSince = DateTime.UtcNow;
                Stop();
            }
            else if (DateTime.UtcNow - _stoppingSince > LongPatience)
            {
                Abort();
            }
        }
    });

    /// <summary>Runs code of the user's on the cell's thread.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Run(Action code)
    {
        Interlocked.Exchange(ref _state, Inside);
        try
        {
#pragma warning disable SYSLIB0046 // meant for exactly this: user's code that has no cancellation of its own
            ControlledExecution.Run(code, _abort.Token);
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

    public void Dispose() => _isOver = true; // not the sources: a late request may still cancel them

    /// <summary>Another cell begins: only now can this one have left nothing that should stop.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            if (_stoppingSince is not null)
            {
                CellCheck.Remove();
            }

            _stoppingSince = DateTime.MaxValue; // too late for a request
        }
    }

    private static void Start(string name, Action action) => new Thread(() => action()) { IsBackground = true, Name = name }.Start();

    private void Stop()
    {
        CellCheck.Add();
        Start("stop", _stop.Cancel); // runs what others registered
        Start("wake sleepers", Wake);
        Start("tell", () =>
        {
            Thread.Sleep(LongPatience);
            if (!_isOver)
            {
                frontEnd.Write("stderr",
                    "\nThe cell has not stopped yet: it is in compiled code that does not ask whether it should. "
                    + "Interrupt again to stop it by force, which may end the kernel.\n");
            }
        });
    }

    // Cancelling returns only when the abort has arrived, which a native call can delay.
    private void Abort() => Start("abort", _abort.Cancel);

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
        while (!_isOver);
    }
}
