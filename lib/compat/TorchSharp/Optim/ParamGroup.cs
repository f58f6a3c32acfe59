namespace TorchSharp.Modules;

/// <summary>What schedulers turn. The parameters of an optimizer are one group here.</summary>
internal sealed class ParamGroup(double rate, double momentum) : torch.optim.ILearningRateController
{
    public double LearningRate { get; set; } = rate;

    internal double InitialLearningRate { get; } = rate;

    /// <summary>SGD's momentum, Adam's first beta.</summary>
    internal double Momentum { get; set; } = momentum;
}
