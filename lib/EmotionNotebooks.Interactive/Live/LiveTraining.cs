using System.Diagnostics;
using EmotionNotebooks.Training;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Interactive.Live;

/// <summary>
/// Shows a training in a notebook while it runs: one output with the curves of loss and accuracy and a line with the epoch, the speed and the time
/// left. It is a drawing, which needs no script; when the training ends or is interrupted, the last state stays.
/// </summary>
/// <example><code>var history = new Trainer(network, options, target, new LiveTraining()).Fit(training, validation);</code></example>
public sealed class LiveTraining : TrainingCallback
{
    /// <summary>Between two updates of the line: often enough to be seen moving, rarely enough for a slow connection.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _sinceUpdate = new();
    private LiveTrainingState _state = new(TrainingHistory.Empty, 1, null, TimeSpan.Zero);
    private readonly Stopwatch _clock = new();
    private DisplayedValue? _shown;

    /// <inheritdoc/>
    public override void OnStart(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        NotebookExtension.Load();
        _clock.Restart();
        _state = new(state.History, state.Options.Epochs, null, TimeSpan.Zero);
        _shown = NotebookOutput.Show(_state);
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
    public override void OnEpochEnd(TrainingHistory history)
    {
        _state = _state with { History = history, Progress = null };
        Update();
    }

    private void Update()
    {
        _state = _state with { Elapsed = _clock.Elapsed };
        _shown?.Update(_state);
        _sinceUpdate.Restart();
    }
}
