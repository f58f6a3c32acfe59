using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>Makes the optimizer that options ask for.</summary>
public static class OptimizerFactory
{
    /// <summary>The optimizer of <see cref="TrainingOptions.Optimizer"/>.</summary>
    /// <param name="parameters">What it trains.</param>
    /// <param name="options">Learning rate, momentum, epsilon, weight decay.</param>
    public static OptimizerHelper Create(IEnumerable<Parameter> parameters, TrainingOptions options) => options.Optimizer switch
    {
        OptimizerKind.Sgd => optim.SGD(
            parameters, options.LearningRate, options.Momentum, weight_decay: options.WeightDecay, nesterov: options.Momentum > 0),
        OptimizerKind.Adam => optim.Adam(
            parameters, options.LearningRate, options.Momentum, 0.999, options.Epsilon, options.WeightDecay),
        OptimizerKind.AdamW => optim.AdamW(
            parameters, options.LearningRate, options.Momentum, 0.999, options.Epsilon, options.WeightDecay),
        _ => throw new ArgumentException($"Optimizer is {options.Optimizer}", nameof(options)),
    };
}
