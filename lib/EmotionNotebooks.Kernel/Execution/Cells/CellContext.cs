using System.Collections.Concurrent;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>
/// Brings what a cell awaits back to the cell's thread. Where that thread blocks (<c>LoadAsync().Result</c>) it comes to the thread pool
/// instead, so that nothing deadlocks; so it does after the cell. After an interruption it goes nowhere: the interrupted code ends there.
/// </summary>
internal sealed class CellContext : SynchronizationContext, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly Timer _watch;
    private volatile bool _taking;
    private volatile bool _over;
    private volatile bool _interrupted;

    public CellContext()
    {
        _watch = new Timer(_ => HelpBlocked(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_interrupted)
        {
            return;
        }

        if (_over)
        {
            RunElsewhere(d, state);
            return;
        }

        _queue.Add((d, state));
        if (_over)
        {
            RunLate();
        }
        else if (!_taking)
        {
            Watch();
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (_over || Thread.CurrentThread == _thread)
        {
            d(state);
            return;
        }

        using var done = new ManualResetEventSlim();
        Post(_ =>
        {
            d(state);
            done.Set();
        }, null);
        done.Wait();
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs what comes back until a task has ended; on the cell's thread.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public void PumpUntil(Task task, CancellationToken interrupted)
    {
        if (!task.IsCompleted)
        {
            task.ContinueWith(_ => _queue.Add((static _ => { }, null)), CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        while (!task.IsCompleted)
        {
            _taking = true;
            var (callback, state) = _queue.Take(interrupted);
            _taking = false;
            callback(state);
        }
    }

    /// <summary>The cell is over.</summary>
    public void End(bool interrupted)
    {
        _interrupted = interrupted;
        _over = true;
        RunLate();
    }

    public void Dispose() => _watch.Dispose();

    private void HelpBlocked()
    {
        if (_taking || (_thread.ThreadState & ThreadState.WaitSleepJoin) == 0)
        {
            return;
        }

        while (_queue.TryTake(out var item))
        {
            RunElsewhere(item.Callback, item.State);
        }
    }

    private void RunLate()
    {
        while (_queue.TryTake(out var late))
        {
            Post(late.Callback, late.State);
        }
    }

    private void Watch()
    {
        try
        {
            _watch.Change(Patience, Patience);
        }
        catch (ObjectDisposedException)
        {
            // The cell has just ended, and what is in the queue goes to the thread pool.
        }
    }

    private static void RunElsewhere(SendOrPostCallback callback, object? state) =>
        ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
}
