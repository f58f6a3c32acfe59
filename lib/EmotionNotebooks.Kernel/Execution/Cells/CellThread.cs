using System.Collections.Concurrent;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>The one thread that all cells run on, so that what a cell starts may depend on its thread.</summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024; // deep recursion in a cell ends the process: the more room the better

    private readonly BlockingCollection<Action> _jobs = [];
    private bool _isReplaced; // of the cells' thread alone

    public CellThread()
    {
        Start();
    }

    /// <summary>Lets another thread take over after the running job, which calls this.</summary>
    public void Replace() => _isReplaced = true;

    /// <summary>Runs something after what came before it.</summary>
    public Task<T> RunAsync<T>(Func<T> job)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _jobs.Add(() =>
        {
            try
            {
                done.SetResult(job());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    public void Dispose() => _jobs.CompleteAdding();

    private void Start() => new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" }.Start();

    private void Loop()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job();
            if (_isReplaced)
            {
                _isReplaced = false;
                Start();
                return;
            }
        }
    }
}
