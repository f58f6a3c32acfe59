using System.Diagnostics;

namespace EmotionNotebooks.Live;

/// <summary>How long the parts of the work took in all. Safe to use from several threads.</summary>
public sealed class StageTimes
{
    private readonly long[] _ticks = new long[Enum.GetValues<LiveStage>().Length];

    /// <summary>Does a part of the work and adds its time.</summary>
    /// <param name="stage">Which part.</param>
    /// <param name="work">The work.</param>
    /// <returns>What the work gives.</returns>
    public T Measure<T>(LiveStage stage, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var start = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            Interlocked.Add(ref _ticks[(int)stage], Stopwatch.GetTimestamp() - start);
        }
    }

    /// <summary>Does a part of the work and adds its time.</summary>
    /// <param name="stage">Which part.</param>
    /// <param name="work">The work.</param>
    public void Measure(LiveStage stage, Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Measure(stage, () =>
        {
            work();
            return true;
        });
    }

    /// <summary>The time of a part so far.</summary>
    /// <param name="stage">Which part.</param>
    public TimeSpan Of(LiveStage stage) => TimeSpan.FromSeconds((double)Interlocked.Read(ref _ticks[(int)stage]) / Stopwatch.Frequency);
}
