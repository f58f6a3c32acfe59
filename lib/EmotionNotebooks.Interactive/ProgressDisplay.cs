using EmotionNotebooks.Interactive.Live;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Interactive;

/// <summary>
/// Shows how far a piece of work is: one output with a bar, the time, and the time left, changed in place. Reports cost next to nothing, so
/// every step may report; at most ten a second are shown, and the last one always. Safe to call from any thread. Outside a notebook it is a line
/// of the console every five seconds.
/// </summary>
/// <example><code>
/// using (var progress = ProgressDisplay.Start("training", total: epochs * batches))
/// {
///     for (…)
///         progress.Advance(note: $"loss {loss:F3}");
/// }
/// foreach (var face in faces.WithProgress("resizing")) …
/// </code></example>
public sealed class ProgressDisplay : IDisposable
{
    private static readonly TimeSpan InNotebook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan OnConsole = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _pause;
    private readonly long _start;
    private readonly DisplayedValue _shown;
    private ProgressState _state;
    private long _shownAt;
    private ITimer? _pending;

    private ProgressDisplay(string title, long? total, TimeProvider time)
    {
        NotebookExtension.Load();
        _time = time;
        _pause = NotebookOutput.IsNotebook ? InNotebook : OnConsole;
        _start = _shownAt = time.GetTimestamp();
        _state = new(title, 0, total, null, TimeSpan.Zero, HasEnded: false);
        _shown = NotebookOutput.Show(_state);
    }

    /// <summary>Starts to show progress.</summary>
    /// <param name="title">What is done, such as <c>training</c>.</param>
    /// <param name="total">How many steps there are; null where nobody knows, and then neither bar nor time left is shown.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is negative.</exception>
    public static ProgressDisplay Start(string title, long? total = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentOutOfRangeException.ThrowIfNegative(total ?? 0, nameof(total));
        return new ProgressDisplay(title, total, time ?? TimeProvider.System);
    }

    /// <summary>Some more steps are done.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="note">What to say beside it, such as the loss; null keeps what was said.</param>
    public void Advance(long steps = 1, string? note = null)
    {
        lock (_gate)
            Set(_state.Done + steps, note);
    }

    /// <summary>So many steps are done.</summary>
    /// <param name="done">How many in all.</param>
    /// <param name="note">What to say beside it, such as the loss; null keeps what was said.</param>
    public void Report(long done, string? note = null)
    {
        lock (_gate)
            Set(done, note);
    }

    /// <summary>Shows the last state, and that the work has ended, early where not all steps are done.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_state.HasEnded)
                return;
            _state = _state with { HasEnded = true };
            Show();
        }
    }

    // With the last step all is said; what follows would not be progress.
    private void Set(long done, string? note)
    {
        if (_state.HasEnded)
            return;
        _state = _state with { Done = done, Note = note ?? _state.Note, HasEnded = done >= _state.Total };
        var wait = _pause - _time.GetElapsedTime(_shownAt);
        if (_state.HasEnded || wait <= TimeSpan.Zero)
            Show();
        else
            _pending ??= _time.CreateTimer(_ => ShowPending(), null, wait, Timeout.InfiniteTimeSpan);
    }

    private void ShowPending()
    {
        lock (_gate)
        {
            if (_pending is not null)
                Show();
        }
    }

    private void Show()
    {
        _pending?.Dispose();
        _pending = null;
        _state = _state with { Elapsed = _time.GetElapsedTime(_start) };
        _shown.Update(_state);
        _shownAt = _time.GetTimestamp();
    }
}
