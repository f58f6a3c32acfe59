using EmotionNotebooks.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>
/// Looks for a learning rate: trains for a few hundred steps while the rate grows by the same factor each step, and watches the loss
/// (Smith, "Cyclical learning rates for training neural networks", arXiv 1506.01186, section 3.3).
/// </summary>
/// <param name="network">The network; its weights are as before when the sweep ends.</param>
/// <param name="options">Optimizer, batch size, augmentation, seed. Schedule, epochs and learning rate play no part.</param>
/// <param name="target">Where and in which precision.</param>
public sealed class LearningRateFinder(nn.Module<Tensor, Tensor> network, TrainingOptions options, ComputeTarget target)
{
    // How slowly the smoothed loss follows, and how far above its lowest it ends the sweep: fastai's values.
    private const double Smoothing = 0.98;
    private const double EndsAbove = 4;

    /// <summary>The first rate, above 0. 1e-6 by default.</summary>
    public double From { get; init; } = 1e-6;

    /// <summary>The last rate, above <see cref="From"/>. 1 by default.</summary>
    public double To { get; init; } = 1;

    /// <summary>Steps between them, at least 20. 200 by default.</summary>
    public int Steps { get; init; } = 200;

    /// <summary>Sweeps.</summary>
    /// <param name="training">Faces to learn from.</param>
    /// <param name="progress">Is told the share that is done, from 0 to 1, after each step.</param>
    /// <param name="cancellation">Ends the sweep after the running step.</param>
    /// <returns>
    /// The rates, the smoothed losses at them, and the rate at which the loss fell most steeply. Without a fall the suggestion is the first
    /// rate.
    /// </returns>
    /// <exception cref="ArgumentException">The rates or the steps make no sweep.</exception>
    /// <exception cref="DivergedException">There is no loss at two rates.</exception>
    public LearningRateSweep Run(FaceSet training, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        if (!(From > 0 && To > From && double.IsFinite(To)))
        {
            throw new ArgumentException($"the sweep goes from {From} to {To}; it must go up from above 0");
        }

        if (Steps < 20)
        {
            throw new ArgumentException($"the sweep has {Steps} steps; it must have at least 20");
        }

        target.Place(network);
        var before = TensorCopies.Of(network.state_dict());
        try
        {
            return Sweep(training, progress, cancellation);
        }
        finally
        {
            network.load_state_dict(before);
            TensorCopies.Free(before);
        }
    }

    private LearningRateSweep Sweep(FaceSet training, Action<double>? progress, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var data = new DeviceFaces(training, target.Device, options);
        using var optimizer = OptimizerFactory.Create(network.parameters(), options);
        using var step = new TrainingStep(network, optimizer, options, target, training);
        network.train();
        var batches = new BatchOrder(options);
        var perEpoch = batches.StepsPerEpoch(data.Count);
        var (rates, losses) = (new List<double>(Steps), new List<double>(Steps));
        var (mean, lowest) = (0.0, double.PositiveInfinity);
        long[] order = [];
        for (var number = 0; number < Steps && !cancellation.IsCancellationRequested; number++)
        {
            if (number % perEpoch == 0)
            {
                order = batches.Of(1 + (number / perEpoch), data.Count);
            }

            using var stepScope = NewDisposeScope();
            var rate = From * Math.Pow(To / From, number / (Steps - 1.0));
            var loss = step.Take(data, order.AsSpan(batches.Range(data.Count, number % perEpoch)), number, rate).ToSingle();
            mean = (Smoothing * mean) + ((1 - Smoothing) * loss);
            var smoothed = mean / (1 - Math.Pow(Smoothing, number + 1));
            lowest = Math.Min(lowest, smoothed);
            if (!double.IsFinite(smoothed) || smoothed > EndsAbove * lowest)
            {
                break;
            }

            rates.Add(rate);
            losses.Add(smoothed);
            progress?.Invoke((number + 1.0) / Steps);
        }

        if (rates.Count < 2)
        {
            throw new DivergedException(cancellation.IsCancellationRequested
                ? "the sweep was ended before its second step"
                : $"the loss diverged at the first rates, from {From}; start lower");
        }

        return new LearningRateSweep(rates, losses, Steepest(rates, losses));
    }

    // The slope over the rate's logarithm, across a tenth of the sweep so that single batches don't decide.
    private static double Steepest(List<double> rates, List<double> losses)
    {
        var width = Math.Max(1, rates.Count / 20);
        var (best, slope) = (0, 0.0);
        for (var i = width; i < rates.Count - width; i++)
        {
            var here = losses[i + width] - losses[i - width];
            (best, slope) = here < slope ? (i, here) : (best, slope);
        }

        return rates[best];
    }
}
