using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace EmotionNotebooks.Training;

/// <summary>Makes the optimizer and the learning-rate schedule that options ask for.</summary>
public static class OptimizerFactory
{
    /// <summary>The optimizer of <see cref="TrainingOptions.Optimizer"/>.</summary>
    /// <param name="parameters">What it trains.</param>
    /// <param name="options">Learning rate, momentum, epsilon, weight decay.</param>
    public static optim.Optimizer Create(IEnumerable<Parameter> parameters, TrainingOptions options) => options.Optimizer switch
    {
        OptimizerKind.Sgd => optim.SGD(
            parameters, options.LearningRate, options.Momentum, weight_decay: options.WeightDecay, nesterov: options.Momentum > 0),
        OptimizerKind.Adam => optim.Adam(
            parameters, options.LearningRate, options.Momentum, 0.999, options.Epsilon, options.WeightDecay),
        OptimizerKind.AdamW => optim.AdamW(
            parameters, options.LearningRate, options.Momentum, 0.999, options.Epsilon, options.WeightDecay),
        _ => throw new ArgumentException($"Optimizer is {options.Optimizer}", nameof(options)),
    };

    /// <summary>The schedule of <see cref="TrainingOptions.Schedule"/>, to be stepped after every optimizer step.</summary>
    /// <param name="optimizer">Whose learning rate it moves.</param>
    /// <param name="options">Schedule, warm-up, epochs.</param>
    /// <param name="stepsPerEpoch">Optimizer steps in one epoch.</param>
    /// <returns>The schedule, or null where the learning rate stays.</returns>
    public static LRScheduler? CreateSchedule(optim.Optimizer optimizer, TrainingOptions options, int stepsPerEpoch)
    {
        var steps = options.Epochs * stepsPerEpoch;
        var warmUp = Math.Min(options.WarmUpEpochs, options.Epochs) * stepsPerEpoch;
        if (options.Schedule == ScheduleKind.OneCycle)
        {
            return OneCycleLR(optimizer, options.LearningRate, total_steps: steps + 1);
        }

        if (warmUp == 0)
        {
            return After(optimizer, options.Schedule, steps);
        }

        var rise = LinearLR(optimizer, start_factor: 1.0 / warmUp, total_iters: warmUp);
        var rest = After(optimizer, options.Schedule, Math.Max(1, steps - warmUp));
        return rest is null ? rise : SequentialLR(optimizer, [rise, rest], [warmUp]);
    }

    private static LRScheduler? After(optim.Optimizer optimizer, ScheduleKind schedule, int steps) => schedule switch
    {
        ScheduleKind.Step => StepLR(optimizer, Math.Max(1, (steps + 2) / 3), gamma: 0.1),
        ScheduleKind.Exponential => ExponentialLR(optimizer, gamma: Math.Pow(0.01, 1.0 / steps)),
        ScheduleKind.Cosine => CosineAnnealingLR(optimizer, steps),
        _ => null,
    };
}
