using static TorchSharp.Native.NativeMethods;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel over the batch, or in evaluation by the running statistics.</summary>
public abstract class BatchNorm : NormBase
{
    private readonly double _momentum;

    private protected BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
        torch.Device? device, torch.ScalarType? dtype, string name)
        : base(num_features, affine, track_running_stats, device, dtype, name)
    {
        this.eps = eps;
        _momentum = momentum;
    }

    public double eps { get; }

    public override torch.Tensor forward(torch.Tensor input) => Forward(input, relu: false);

    /// <summary>The forward pass, with the ReLU that follows done in the same sweep over memory.</summary>
    internal torch.Tensor Forward(torch.Tensor input, bool relu)
    {
        ThrowIfUnfit(input.Dimensions);
        if (training)
            Batches?.add_(1);
        return Returned(et_batch_norm(input, running_mean, running_var, weight, bias, training || Batches is null ? 1 : 0, _momentum, eps,
            relu ? 1 : 0, out var result), result);
    }

    private protected abstract void ThrowIfUnfit(long dimensions);
}
