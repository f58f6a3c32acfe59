using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Interactive.Tests;

[Trait("Needs", "Nothing")]
[Collection("notebook")]
public sealed class ProgressDisplayTests : IDisposable
{
    private readonly List<string> _lines = [];
    private readonly List<string> _html = [];
    private readonly IDisposable _listening;
    private readonly StoppedTime _time = new();

    public ProgressDisplayTests()
    {
        _listening = Formatter.SubscribeToDisplayedValues(value =>
        {
            lock (_lines)
            {
                _lines.Add(value.FormattedValues.Single(form => form.MimeType == "text/plain").Value);
                _html.Add(value.FormattedValues.Single(form => form.MimeType == "text/html").Value);
            }
        });
    }

    public void Dispose() => _listening.Dispose();

    [Fact]
    public void Should_say_how_far_it_is_and_how_long_it_takes()
    {
        using var progress = ProgressDisplay.Start("training", 1_200, _time);
        _time.Pass(TimeSpan.FromSeconds(30));
        progress.Report(300, "loss 0.5");

        Assert.Equal(["training: 0 of 1,200 (0%) · 0.0 s", "training: 300 of 1,200 (25%) · 30.0 s · 1 min 30 s left · loss 0.5"], _lines);
        Assert.Contains("width: 25.0%", _html[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_show_few_of_many_reports_and_the_last_one_always()
    {
        using (var progress = ProgressDisplay.Start("x", 100_000, _time))
        {
            for (var i = 0; i < 100_000; i++)
            {
                _time.Pass(TimeSpan.FromMilliseconds(1));
                progress.Advance();
            }
        }

        // 100 s at one line in 5 s, which is how it is outside a notebook: the first, 19 between, the last.
        Assert.InRange(_lines.Count, 20, 22);
        Assert.Equal("x: 100,000 of 100,000 (100%) · after 1 min 40 s", _lines[^1]);
    }

    [Fact]
    public void Should_show_a_report_in_a_while_when_no_other_follows()
    {
        using var progress = ProgressDisplay.Start("x", 10, _time);
        progress.Report(3);
        Assert.Single(_lines);

        _time.Pass(TimeSpan.FromSeconds(6));

        Assert.StartsWith("x: 3 of 10 (30%) · 6.0 s", _lines[^1], StringComparison.Ordinal);
        Assert.Equal(2, _lines.Count);
    }

    [Fact]
    public void Should_say_that_it_stopped_when_it_ends_early()
    {
        ProgressDisplay.Start("x", 10, _time).Dispose();

        Assert.Equal("x: 0 of 10 (0%) · stopped · after 0.0 s", _lines[^1]);
    }

    [Fact]
    public void Should_have_no_bar_and_no_end_in_sight_when_the_total_is_unknown()
    {
        var progress = ProgressDisplay.Start("reading", time: _time);
        _time.Pass(TimeSpan.FromSeconds(10));
        progress.Advance(1_500);
        progress.Dispose();
        progress.Advance();
        progress.Dispose();

        Assert.Equal(["reading: 0 · 0.0 s", "reading: 1,500 · 10.0 s", "reading: 1,500 · after 10.0 s"], _lines);
        Assert.DoesNotContain("width:", _html[1][_html[1].IndexOf("</style>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_encode_what_it_says()
    {
        using var progress = ProgressDisplay.Start("<b>", 1, _time);

        Assert.Contains("&lt;b&gt;: 0 of 1", _html[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_the_same_items_when_walked_with_progress()
    {
        Assert.Equal([1, 2, 3], new[] { 1, 2, 3 }.WithProgress("walking"));

        Assert.StartsWith("walking: 3 of 3 (100%) · after", _lines[^1], StringComparison.Ordinal);
        Assert.StartsWith("walking: 1 of 3 (33%) · stopped", Stopped(), StringComparison.Ordinal);

        string Stopped()
        {
            foreach (var item in new[] { 1, 2, 3 }.WithProgress("walking"))
            {
                if (item == 2)
                    break;
            }

            return _lines[^1];
        }
    }

    [Fact]
    public void Should_count_every_step_when_many_threads_report()
    {
        using (var progress = ProgressDisplay.Start("x", 10_000, _time))
            Parallel.For(0, 10_000, _ => progress.Advance());

        Assert.StartsWith("x: 10,000 of 10,000 (100%)", _lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_less_than_nothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProgressDisplay.Start("x", -1));
    }

    /// <summary>A clock that moves when told to; its timers ring then.</summary>
    private sealed class StoppedTime : TimeProvider
    {
        private readonly List<Alarm> _alarms = [];
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Volatile.Read(ref _now);

        public void Pass(TimeSpan time)
        {
            Interlocked.Add(ref _now, time.Ticks);
            Alarm[] due;
            lock (_alarms)
            {
                due = [.. _alarms.Where(alarm => alarm.At <= GetTimestamp())];
                _alarms.RemoveAll(due.Contains);
            }

            Array.ForEach(due, alarm => alarm.Ring());
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var alarm = new Alarm(this, () => callback(state), GetTimestamp() + dueTime.Ticks);
            lock (_alarms)
                _alarms.Add(alarm);
            return alarm;
        }

        private sealed class Alarm(StoppedTime clock, Action ring, long at) : ITimer
        {
            public long At => at;

            public void Ring() => ring();

            public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

            public void Dispose()
            {
                lock (clock._alarms)
                    clock._alarms.Remove(this);
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
