using EmotionNotebooks.Augmentation;
using EmotionNotebooks.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>One step of a training: a batch, its loss, its gradient, the optimizer's step.</summary>
internal sealed class TrainingStep : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly OptimizerHelper _optimizer;
    private readonly TrainingOptions _options;
    private readonly ComputeTarget _target;
    private readonly TrainingLoss _loss;
    private readonly Augmenter _augmenter;
    private readonly SeededRandom _random;
    private readonly Tensor _lossSum;
    private readonly Tensor _correct;
    private int _seen;

    public TrainingStep(
        nn.Module<Tensor, Tensor> network, OptimizerHelper optimizer, TrainingOptions options, ComputeTarget target, FaceSet training)
    {
        (_network, _optimizer, _options, _target) = (network, optimizer, options, target);
        _loss = new TrainingLoss(options, training, target.Device);
        _augmenter = new Augmenter(options.Augmentation);
        _random = new SeededRandom(options.Seed);
        _lossSum = zeros(1, device: target.Device).DetachFromDisposeScope();
        _correct = zeros(1, device: target.Device).DetachFromDisposeScope();
    }

    /// <summary>Begins to sum up, at what was summed up before.</summary>
    public void Begin(RunningMeans means)
    {
        using var off = no_grad();
        _lossSum.zero_().add_(means.LossSum);
        _correct.zero_().add_(means.Correct);
        _seen = means.Seen;
    }

    /// <summary>Takes a step.</summary>
    /// <param name="data">The training faces on the device.</param>
    /// <param name="batch">The faces of this step.</param>
    /// <param name="number">The step's number, counted over all epochs, from which everything random follows.</param>
    /// <param name="learningRate">Its learning rate.</param>
    /// <returns>Its loss, on the device, in the caller's scope.</returns>
    public Tensor Take(DeviceFaces data, ReadOnlySpan<long> batch, long number, double learningRate)
    {
        using var scope = NewDisposeScope();
        var (faces, targets) = data.Gather(batch);
        var varied = _augmenter.Apply(faces, targets, data.ClassCount, _random.Fork("augmentation", number));
        using var generator = manual_seed((long)(_random.Fork("network", number).NextBits() >> 1));
        Tensor logits;
        using (_target.Begin())
        {
            logits = _network.call(varied.Faces).to(ScalarType.Float32); // (n, classes)
        }

        var loss = _loss.Of(logits, varied.Targets);
        _network.zero_grad(); // to null, not to zero: backward then writes where it would add
        loss.backward();
        if (_options.GradientClip > 0)
        {
            nn.utils.clip_grad_norm_(_network.parameters(), _options.GradientClip);
        }

        foreach (var group in _optimizer.ParamGroups)
        {
            group.LearningRate = learningRate;
        }

        _optimizer.step();
        using (no_grad())
        {
            // Summed on the device: reading a number back would make a GPU wait at every step.
            _lossSum.add_(loss.detach(), alpha: batch.Length);
            _correct.add_(_loss.CorrectOf(logits, varied.DominantLabels(data.ClassCount)));
        }

        _seen += batch.Length;
        return loss.detach().MoveToOuterDisposeScope();
    }

    /// <summary>What was summed up, read back from the device.</summary>
    /// <param name="seconds">How long that took.</param>
    public RunningMeans Means(double seconds) => new(_lossSum.ToSingle(), _correct.ToSingle(), _seen, seconds);

    /// <inheritdoc/>
    public void Dispose()
    {
        _loss.Dispose();
        _lossSum.Dispose();
        _correct.Dispose();
    }
}
