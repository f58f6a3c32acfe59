using System.Diagnostics;

namespace EmotionNotebooks.Cli;

/// <summary>Frames per second over the last ones.</summary>
internal sealed class FrameRate
{
    private const int Window = 30;

    private readonly Queue<long> _ticks = new();

    public double PerSecond { get; private set; }

    public void Tick()
    {
        var now = Stopwatch.GetTimestamp();
        _ticks.Enqueue(now);
        if (_ticks.Count > Window)
        {
            _ticks.Dequeue();
        }

        PerSecond = now > _ticks.Peek() ? (_ticks.Count - 1) * (double)Stopwatch.Frequency / (now - _ticks.Peek()) : 0;
    }
}
