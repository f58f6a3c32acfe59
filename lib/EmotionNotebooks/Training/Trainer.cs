using System.Diagnostics;
using EmotionNotebooks.Augmentation;
using EmotionNotebooks.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>Trains a network: any module from (N, 1, 48, 48) faces to (N, classes) logits.</summary>
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

    private readonly Augmenter _augmenter = new(options.Augmentation);
    private readonly SeededRandom _random = new(options.Seed);

    /// <summary>Trains for all epochs, validating after each.</summary>
    /// <param name="training">Faces to learn from.</param>
    /// <param name="validation">Faces to select by, never learned from.</param>
    /// <param name="cancellation">Ends the training after the running step; the epochs that ended are returned.</param>
    /// <returns>What each epoch measured.</returns>
    /// <exception cref="DivergedException">The loss became NaN or infinite.</exception>
    /// <exception cref="ArgumentException">One of the sets is the final exam, or there are fewer faces than one batch norm needs.</exception>
    public TrainingHistory Fit(FaceSet training, FaceSet validation, CancellationToken cancellation = default)
    {
        RequireTrainable(training, validation);
        target.Place(network);
        using var trainingFaces = new DeviceFaces(training, target.Device);
        using var evaluator = new Evaluator(network, validation, target);
        using var optimizer = OptimizerFactory.Create(network.parameters(), options);
        var schedule = OptimizerFactory.CreateSchedule(optimizer, options, StepsPerEpoch(training.Count));
        var history = TrainingHistory.Empty;
        var order = new long[training.Count];
        for (var epoch = 1; epoch <= options.Epochs && !cancellation.IsCancellationRequested; epoch++)
        {
            var clock = Stopwatch.StartNew();
            Shuffle(order, epoch);
            var run = RunEpoch(epoch, order, trainingFaces, optimizer, schedule, history, cancellation);
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            var trained = clock.Elapsed.TotalSeconds;
            var predictions = evaluator.Predict();
            history = history.Append(new EpochRecord(
                epoch,
                run.Loss,
                run.Accuracy,
                predictions.LogLoss(),
                predictions.Accuracy(),
                validation.Count,
                optimizer.ParamGroups.First().LearningRate,
                clock.Elapsed.TotalSeconds,
                training.Count / trained));
            foreach (var callback in callbacks)
            {
                callback.OnEpochEnd(history);
            }
        }

        return history;
    }

    private Running RunEpoch(
        int epoch,
        long[] order,
        DeviceFaces data,
        optim.Optimizer optimizer,
        optim.lr_scheduler.LRScheduler? schedule,
        TrainingHistory history,
        CancellationToken cancellation)
    {
        using var epochScope = NewDisposeScope();
        network.train();
        var random = _random.Fork("augmentation", epoch);
        var lossSum = zeros(1, device: target.Device);
        var correct = zeros(1, device: target.Device);
        var clock = Stopwatch.StartNew();
        var reported = TimeSpan.Zero;
        var seen = 0;
        for (var step = 0; step < StepsPerEpoch(order.Length) && !cancellation.IsCancellationRequested; step++)
        {
            using var stepScope = NewDisposeScope();
            var count = BatchCount(order.Length, step);
            var (faces, labels) = data.Gather(order.AsSpan(seen, count));
            var batch = _augmenter.Apply(faces, labels, data.ClassCount, random);
            Tensor logits;
            using (target.Begin())
            {
                logits = network.call(batch.Faces).to(ScalarType.Float32); // (n, classes)
            }

            var loss = nn.functional.cross_entropy(logits, batch.Targets, label_smoothing: options.LabelSmoothing);
            network.zero_grad(); // to null, not to zero: backward then writes where it would add
            loss.backward();
            optimizer.step();
            schedule?.step();
            using (no_grad())
            {
                // Summed on the device: reading a number back would make a GPU wait at every step.
                lossSum.add_(loss.detach(), alpha: count);
                correct.add_(logits.argmax(1).eq(batch.DominantLabels()).sum());
            }

            seen += count;
            if (clock.Elapsed - reported > ReportEvery)
            {
                reported = clock.Elapsed;
                Report(new Running(lossSum, correct, seen), epoch, order.Length, clock.Elapsed, history);
            }
        }

        return new Running(lossSum, correct, Math.Max(1, seen)).Checked(epoch);
    }

    private void Report(Running run, int epoch, int faces, TimeSpan elapsed, TrainingHistory history)
    {
        run.Checked(epoch);
        var speed = run.Seen / elapsed.TotalSeconds;
        var epochSeconds = history.Count > 0 ? history.Epochs.Average(e => e.Seconds) : faces / speed;
        var left = TimeSpan.FromSeconds(((faces - run.Seen) / speed) + ((options.Epochs - epoch) * epochSeconds));
        var progress = new TrainingProgress(epoch, options.Epochs, run.Seen, faces, run.Loss, run.Accuracy, speed, left);
        foreach (var callback in callbacks)
        {
            callback.OnProgress(progress);
        }
    }

    private void Shuffle(long[] order, int epoch)
    {
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        _random.Fork("order", epoch).Shuffle<long>(order);
    }

    // A last batch of one face would stop batch norm, so it joins the batch before it.
    private int StepsPerEpoch(int faces) => faces % options.BatchSize == 1 ? faces / options.BatchSize : ((faces - 1) / options.BatchSize) + 1;

    private int BatchCount(int faces, int step) =>
        step == StepsPerEpoch(faces) - 1 ? faces - (step * options.BatchSize) : options.BatchSize;

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

    private readonly record struct Running(double Loss, double Accuracy, int Seen)
    {
        public Running(Tensor lossSum, Tensor correct, int seen)
            : this(lossSum.ToSingle() / (double)seen, correct.ToSingle() / (double)seen, seen)
        {
        }

        public Running Checked(int epoch) => double.IsFinite(Loss)
            ? this
            : throw new DivergedException($"the loss became {Loss} in epoch {epoch}; try a lower learning rate");
    }
}
