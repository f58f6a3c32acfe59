using System.Diagnostics;
using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>Trains a network: any module from (N, 1, 48, 48) faces to (N, <see cref="TrainingOptions.OutputsFor"/>) logits.</summary>
/// <remarks>Everything that a step draws follows from the seed and the step's number; torch's global generator is seeded anew for each.</remarks>
/// <param name="network">The network; it is moved to the target's device and trained in place.</param>
/// <param name="options">How to train it.</param>
/// <param name="target">Where and in which precision.</param>
/// <param name="callbacks">Who is told how it goes.</param>
public sealed class Trainer(
    nn.Module<Tensor, Tensor> network,
    TrainingOptions options,
    ComputeTarget target,
    params IReadOnlyList<TrainingCallback> callbacks)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(250);

    private readonly BatchOrder _order = new(options);
    private readonly Stopwatch _clock = new();
    private readonly Stopwatch _sinceCheckpoint = Stopwatch.StartNew();

    /// <summary>How long a training goes on without a checkpoint within an epoch. 5 minutes by default.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Trains until the last epoch, or until validation has stopped getting better, validating after each epoch.</summary>
    /// <param name="training">Faces to learn from.</param>
    /// <param name="validation">Faces to select by, never learned from.</param>
    /// <param name="from">Where an earlier training stood, to go on from there.</param>
    /// <param name="cancellation">Ends the training after the running step, with a checkpoint; the epochs that ended are returned.</param>
    /// <returns>What each epoch measured.</returns>
    /// <exception cref="DivergedException">The loss became NaN or infinite.</exception>
    /// <exception cref="ArgumentException">One of the sets is the final exam, or there are fewer faces than one batch norm needs.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is of another training.</exception>
    public TrainingHistory Fit(
        FaceSet training, FaceSet validation, Checkpoint? from = null, CancellationToken cancellation = default)
    {
        RequireTrainable(training, validation);
        target.Place(network);
        using var data = new DeviceFaces(training, target.Device, options);
        using var evaluator = new Evaluator(network, validation, target);
        using var state = new TrainingState(
            network, options, new FacePrints(training.Sha256, validation.Sha256), _order.StepsPerEpoch(training.Count));
        using var step = new TrainingStep(network, state.Optimizer, options, target, training);
        from?.Restore(state);
        using (state.UseAverage())
        {
            Tell(callback => callback.OnStart(state));
        }

        while (state.Epoch <= options.Epochs && !HasStalled(state.History) && !cancellation.IsCancellationRequested)
        {
            RunEpoch(state, step, data, cancellation);
            if (state.Step == state.StepsPerEpoch)
            {
                EndEpoch(state, evaluator, validation.Count);
            }
            else
            {
                Tell(callback => callback.OnCheckpoint(state));
            }
        }

        return state.History;
    }

    private void RunEpoch(TrainingState state, TrainingStep step, DeviceFaces data, CancellationToken cancellation)
    {
        using var epochScope = NewDisposeScope();
        network.train();
        var schedule = new LearningRateSchedule(options, state.StepsPerEpoch);
        var order = _order.Of(state.Epoch, data.Count);
        step.Begin(state.Means);
        _clock.Restart();
        var (reported, before) = (TimeSpan.Zero, state.Means.Seconds);
        while (state.Step < state.StepsPerEpoch && !cancellation.IsCancellationRequested)
        {
            var batch = order.AsSpan(_order.Range(data.Count, state.Step));
            step.Take(data, batch, state.StepsTaken, schedule.At(state.StepsTaken, state.History));
            state.UpdateAverage();
            state.Step++;
            if (_clock.Elapsed - reported > ReportEvery)
            {
                reported = _clock.Elapsed;
                state.Means = step.Means(before + reported.TotalSeconds).Checked(state.Epoch);
                var progress = TrainingProgress.Of(state, data.Count);
                Tell(callback => callback.OnProgress(progress));
                SaveNowAndThen(state);
            }

            // A callback may hold the training up; that is no training time.
            _clock.Stop();
            Tell(callback => callback.OnStep(state));
            _clock.Start();
        }

        state.Means = step.Means(before + _clock.Elapsed.TotalSeconds).Checked(state.Epoch);
    }

    private void EndEpoch(TrainingState state, Evaluator evaluator, int validationCount)
    {
        var (means, rate) = (state.Means, state.Optimizer.ParamGroups.First().LearningRate);
        using (state.UseAverage())
        {
            _clock.Restart();
            var predictions = evaluator.Predict();
            state.History = state.History.Append(new EpochRecord(
                state.Epoch,
                means.Loss(),
                means.Accuracy(),
                predictions.LogLoss(),
                predictions.Accuracy(),
                validationCount,
                rate,
                means.Seconds + _clock.Elapsed.TotalSeconds,
                means.Seen / means.Seconds));
        }

        (state.Step, state.Means) = (0, default);
        // First the checkpoint, then what is kept of it: a best epoch whose weights were not written yet is found again on resuming.
        Tell(callback => callback.OnCheckpoint(state));
        _sinceCheckpoint.Restart();
        using (state.UseAverage())
        {
            Tell(callback => callback.OnEpochEnd(state.History));
        }
    }

    private void SaveNowAndThen(TrainingState state)
    {
        if (_sinceCheckpoint.Elapsed > CheckpointEvery && state.Step < state.StepsPerEpoch)
        {
            _sinceCheckpoint.Restart();
            Tell(callback => callback.OnCheckpoint(state));
        }
    }

    private bool HasStalled(TrainingHistory history) => options.Patience > 0 && history.EpochsSinceBest >= options.Patience;

    private void Tell(Action<TrainingCallback> what)
    {
        foreach (var callback in callbacks)
        {
            what(callback);
        }
    }

    private static void RequireTrainable(FaceSet training, FaceSet validation)
    {
        foreach (var set in new[] { training, validation })
        {
            if (set.IsFinalExam)
            {
                throw new ArgumentException($"{set.Source}: PrivateTest is the final exam; nothing trains or selects on it");
            }
        }

        if (training.Count < 2)
        {
            throw new ArgumentException($"{training.Source}: {training.Count} face to train on; batch norm needs at least 2");
        }
    }
}
