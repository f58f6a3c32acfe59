namespace TorchSharp.Modules;

/// <summary>What a schedule turns. The parameters of an optimizer are one group here.</summary>
internal sealed class ParamGroup(double rate, double momentum) : torch.optim.ILearningRateController
{
    public double LearningRate { get; set; } = rate;

    /// <summary>SGD's momentum, Adam's first beta.</summary>
    internal double Momentum { get; } = momentum;
}
