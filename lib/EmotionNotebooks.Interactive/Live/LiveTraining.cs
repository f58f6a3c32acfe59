using System.Diagnostics;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Interactive.Live;

/// <summary>
/// Shows a training in a notebook while it runs: one output with the curves of loss and accuracy and a line with the epoch, the speed and the time
/// left. It is a drawing, which needs no script; when the training ends or is interrupted, the last state stays.
/// </summary>
/// <example><code>var history = new Trainer(network, options, target, new LiveTraining()).Fit(training, validation);</code></example>
public sealed class LiveTraining : TrainingCallback
{
    // Often enough to be seen moving, rarely enough for a slow connection.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly CancellationToken _interruption;
    private readonly Func<object, Action<object>> _show;
    private readonly Stopwatch _clock = new();
    private readonly Stopwatch _sinceUpdate = new();
    private LiveTrainingState _state = new(TrainingHistory.Empty, 1, null, TimeSpan.Zero, IsStopped: false);
    private Action<object>? _update;

    /// <summary>A display for one training; nothing is shown until it starts.</summary>
    /// <param name="interruption">What the training is stopped with, so that the last state can say that it was; none by default.</param>
    public LiveTraining(CancellationToken interruption = default)
        : this(value => NotebookOutput.Show(value).Update, interruption)
    {
    }

    /// <summary>The same, shown elsewhere.</summary>
    /// <param name="show">Shows a value and gives what shows another in its place.</param>
    /// <param name="interruption">What the training is stopped with.</param>
    internal LiveTraining(Func<object, Action<object>> show, CancellationToken interruption = default) => (_show, _interruption) = (show, interruption);

    /// <inheritdoc/>
    public override void OnStart(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        NotebookExtension.Load();
        _clock.Restart();
        _state = new(state.History, state.Options.Epochs, null, TimeSpan.Zero, IsStopped: false);
        _update = _show(_state);
        _sinceUpdate.Restart();
    }

    /// <inheritdoc/>
    public override void OnProgress(TrainingProgress progress)
    {
        _state = _state with { Progress = progress };
        if (_sinceUpdate.Elapsed >= Pause)
            Update();
    }

    /// <inheritdoc/>
    public override void OnCheckpoint(TrainingState state)
    {
        if (!_interruption.IsCancellationRequested)
            return;
        _state = _state with { IsStopped = true };
        Update();
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingHistory history)
    {
        _state = _state with { History = history, Progress = null };
        Update();
    }

    private void Update()
    {
        _state = _state with { Elapsed = _clock.Elapsed };
        _update?.Invoke(_state);
        _sinceUpdate.Restart();
    }
}
