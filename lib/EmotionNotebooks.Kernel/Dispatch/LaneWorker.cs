using System.Collections.Concurrent;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>The thread of a lane. It is none of the pool's: a cell that takes all of those leaves the kernel answering.</summary>
internal sealed class LaneWorker
{
    private readonly BlockingCollection<Request> _waiting = [];
    private readonly Action<Request> _answer;

    /// <param name="lane">The lane.</param>
    /// <param name="answer">Answers a request; it never throws.</param>
    public LaneWorker(Lane lane, Action<Request> answer)
    {
        _answer = answer;
        new Thread(Run) { IsBackground = true, Name = lane.ToString() }.Start();
    }

    /// <summary>Adds a request at the end.</summary>
    public void Add(Request request) => _waiting.Add(request);

    private void Run()
    {
        foreach (var request in _waiting.GetConsumingEnumerable())
        {
            _answer(request);
        }
    }
}
