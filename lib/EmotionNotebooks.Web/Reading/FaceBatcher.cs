using System.Collections.Concurrent;
using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Web.Reading;

/// <summary>
/// Gathers faces of all clients into batches for the network, which one thread runs. A batch is what has come in while the one before it was
/// computed, so that a lone face never waits and a busy network gets full batches.
/// </summary>
internal sealed class FaceBatcher : IDisposable
{
    private readonly BlockingCollection<Job> _waiting = new(new ConcurrentQueue<Job>());
    private readonly Func<IReadOnlyList<FoundFaces>, IReadOnlyList<PhotoReading>> _classify;
    private readonly int _batchSize;
    private readonly Action<int> _measure;
    private readonly Thread _thread;

    /// <param name="classify">The network: one reading for each picture's faces; called by one thread only.</param>
    /// <param name="batchSize">Faces at a time at most, unless one picture alone has more.</param>
    /// <param name="measure">Told the number of faces of each batch.</param>
    public FaceBatcher(Func<IReadOnlyList<FoundFaces>, IReadOnlyList<PhotoReading>> classify, int batchSize, Action<int> measure)
    {
        (_classify, _batchSize, _measure) = (classify, batchSize, measure);
        _thread = new Thread(Work) { Name = "network", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Pictures whose faces wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Whether faces are still classified.</summary>
    public bool IsAlive => _thread.IsAlive;

    /// <summary>Classifies a picture's faces together with those of others.</summary>
    /// <param name="found">The faces.</param>
    /// <param name="stop">Faces that still wait when this is cancelled are left out.</param>
    public Task<PhotoReading> Add(FoundFaces found, CancellationToken stop)
    {
        var job = new Job(found, stop);
        _waiting.Add(job, CancellationToken.None);
        return job.Done.Task;
    }

    /// <summary>Classifies what waits and ends the thread.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
    }

    private void Work()
    {
        var batch = new List<Job>();
        Job? next = null;
        while (next is not null || _waiting.TryTake(out next, Timeout.Infinite))
        {
            batch.Clear();
            var faces = 0;
            do
            {
                if (next.Stop.IsCancellationRequested)
                {
                    next.Done.TrySetCanceled(next.Stop);
                }
                else
                {
                    batch.Add(next);
                    faces += next.Found.Faces.Count;
                }

                next = _waiting.TryTake(out var other) ? other : null;
            }
            while (next is not null && faces + next.Found.Faces.Count <= _batchSize);
            if (batch.Count > 0)
            {
                Run(batch, faces);
            }
        }
    }

    private void Run(List<Job> batch, int faces)
    {
        try
        {
            var readings = _classify([.. batch.Select(job => job.Found)]);
            _measure(faces);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Done.TrySetResult(readings[i]);
            }
        }
        catch (Exception e)
        {
            // The clients of this batch are told; the next one has its own chance.
            batch.ForEach(job => job.Done.TrySetException(e));
        }
    }

    private sealed class Job(FoundFaces found, CancellationToken stop)
    {
        public FoundFaces Found => found;

        public CancellationToken Stop => stop;

        public TaskCompletionSource<PhotoReading> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
