using System.Collections.Concurrent;

namespace EmotionNotebooks.Web.Reading;

/// <summary>A fixed number of threads for work that keeps a core busy, so that requests never wait for threads, nor threads for cores.</summary>
internal sealed class WorkThreads : IDisposable
{
    private readonly BlockingCollection<Action> _waiting = new(new ConcurrentQueue<Action>());
    private readonly Thread[] _threads;

    /// <param name="name">What they are called.</param>
    /// <param name="count">How many, at least 1.</param>
    public WorkThreads(string name, int count)
    {
        _threads = [.. Enumerable.Range(1, count).Select(i => new Thread(Work) { Name = $"{name} {i}", IsBackground = true })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>Pieces of work that wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Does a piece of work.</summary>
    /// <param name="work">The work; what it throws is the task's.</param>
    /// <param name="stop">Work that still waits when this is cancelled is left out. Work that has begun is finished: it may use borrowed memory.</param>
    public Task<T> Run<T>(Func<T> work, CancellationToken stop)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add(
            () =>
            {
                if (stop.IsCancellationRequested)
                {
                    done.TrySetCanceled(stop);
                    return;
                }

                try
                {
                    done.TrySetResult(work());
                }
                catch (Exception e)
                {
                    done.TrySetException(e);
                }
            },
            CancellationToken.None);
        return done.Task;
    }

    /// <summary>Does what waits and ends the threads.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        Array.ForEach(_threads, thread => thread.Join());
        _waiting.Dispose();
    }

    private void Work()
    {
        foreach (var work in _waiting.GetConsumingEnumerable())
        {
            work();
        }
    }
}
