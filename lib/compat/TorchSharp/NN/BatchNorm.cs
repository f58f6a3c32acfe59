namespace TorchSharp.Modules;

/// <summary>Normalises each channel over the batch, or in evaluation by the running statistics.</summary>
public abstract class BatchNorm : NormBase
{
    protected BatchNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, torch.Device? device,
        torch.ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override torch.Tensor forward(torch.Tensor input) => Forward(input, relu: false);

    /// <summary>The forward pass, with the ReLU that follows done in the same sweep over memory.</summary>
    internal torch.Tensor Forward(torch.Tensor input, bool relu)
    {
        ValidateInputDimensions(input);
        var factor = momentum ?? 0.0;
        if (training && track_running_stats && num_batches_tracked is not null)
        {
            num_batches_tracked.add_(1);
            // Without momentum: the plain mean of all batches so far.
            if (momentum is null)
                factor = 1.0 / (double)num_batches_tracked;
        }
        var usesBatch = training || (running_mean is null && running_var is null);
        var usesRunning = !training || track_running_stats;
        return torch.nn.functional.batch_norm(input, usesRunning ? running_mean : null, usesRunning ? running_var : null, weight, bias,
            usesBatch, factor, eps, relu);
    }
}
