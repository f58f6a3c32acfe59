using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>Where a training stands: everything that the next step depends on.</summary>
/// <remarks>
/// Nothing random is in it: the numbers of each step (order, augmentation, dropout) follow from the seed and from the step's number, so a
/// training that is resumed draws what it would have drawn.
/// </remarks>
public sealed class TrainingState : IDisposable
{
    private readonly WeightAverage? _average;

    internal TrainingState(nn.Module<Tensor, Tensor> network, TrainingOptions options, FacePrints faces, int stepsPerEpoch)
    {
        (Network, Options, Faces, StepsPerEpoch) = (network, options, faces, stepsPerEpoch);
        Optimizer = OptimizerFactory.Create(network.parameters(), options);
        _average = options.Averaging > 0 ? new WeightAverage(network, options.Averaging) : null;
    }

    /// <summary>How it trains.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The epochs that ended.</summary>
    public TrainingHistory History { get; internal set; } = TrainingHistory.Empty;

    /// <summary>The running epoch, from 1; after the last step of the last epoch one more than there are.</summary>
    public int Epoch => (History.Last?.Epoch ?? 0) + 1;

    /// <summary>Steps taken in the running epoch.</summary>
    public int Step { get; internal set; }

    /// <summary>Steps of one epoch.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>Steps taken in all.</summary>
    public long StepsTaken => ((long)(Epoch - 1) * StepsPerEpoch) + Step;

    /// <summary>What the running epoch measured so far.</summary>
    public RunningMeans Means { get; internal set; }

    internal nn.Module<Tensor, Tensor> Network { get; }

    internal OptimizerHelper Optimizer { get; }

    internal FacePrints Faces { get; }

    internal IReadOnlyDictionary<string, Tensor>? Averages => _average?.Tensors;

    /// <summary>Puts the averaged weights into the network until disposed; does nothing where none are kept.</summary>
    public IDisposable? UseAverage() => _average?.Use();

    /// <inheritdoc/>
    public void Dispose()
    {
        Optimizer.Dispose();
        _average?.Dispose();
    }

    internal void UpdateAverage() => _average?.Update(StepsTaken + 1);
}
