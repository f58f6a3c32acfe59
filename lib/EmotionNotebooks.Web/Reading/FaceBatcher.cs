using System.Collections.Concurrent;
using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Web.Reading;

/// <summary>
/// Gathers faces of all clients into batches for the network. A batch is what has come in while the one before it was computed, so that a lone
/// face never waits and a busy network gets full batches. Several copies of the network, each on a thread of its own, do more than one copy that
/// divides each batch among the same cores: they never wait for each other.
/// </summary>
internal sealed class FaceBatcher : IDisposable
{
    private readonly BlockingCollection<Job> _waiting = new(new ConcurrentQueue<Job>());
    private readonly int _batchSize;
    private readonly Action<int> _measure;
    private readonly Thread[] _threads;

    /// <param name="networks">The copies of the network: one reading for each picture's faces. Each is called by one thread only.</param>
    /// <param name="batchSize">Faces at a time at most, unless one picture alone has more.</param>
    /// <param name="measure">Told the number of faces of each batch.</param>
    public FaceBatcher(IEnumerable<Network> networks, int batchSize, Action<int> measure)
    {
        (_batchSize, _measure) = (batchSize, measure);
        _threads = [.. networks.Select((network, i) => new Thread(() => Work(network)) { Name = $"network {i + 1}", IsBackground = true })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>Classifies the faces of pictures together.</summary>
    /// <param name="found">The pictures' faces.</param>
    /// <returns>One reading for each picture, in their order.</returns>
    public delegate IReadOnlyList<PhotoReading> Network(IReadOnlyList<FoundFaces> found);

    /// <summary>Pictures whose faces wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Whether faces are still classified.</summary>
    public bool IsAlive => Array.TrueForAll(_threads, thread => thread.IsAlive);

    /// <summary>Classifies a picture's faces together with those of others.</summary>
    /// <param name="found">The faces.</param>
    /// <param name="stop">Faces that still wait when this is cancelled are left out.</param>
    public Task<PhotoReading> Add(FoundFaces found, CancellationToken stop)
    {
        var job = new Job(found, stop);
        _waiting.Add(job, CancellationToken.None);
        return job.Done.Task;
    }

    /// <summary>Classifies what waits and ends the threads.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        Array.ForEach(_threads, thread => thread.Join());
        _waiting.Dispose();
    }

    private void Work(Network network)
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
                Run(network, batch, faces);
            }
        }
    }

    private void Run(Network network, List<Job> batch, int faces)
    {
        try
        {
            var readings = network([.. batch.Select(job => job.Found)]);
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
