namespace TorchSharp.Modules;

/// <summary>What normalisations with running statistics share.</summary>
public abstract class NormBase : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private protected NormBase(long num_features, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype,
        string name)
        : base(name)
    {
        if (affine)
        {
            weight = Registered(nameof(weight), new Parameter(Filled(num_features, 1, dtype, device)));
            bias = Registered(nameof(bias), new Parameter(Filled(num_features, 0, dtype, device)));
        }
        if (track_running_stats)
        {
            running_mean = Registered(nameof(running_mean), Filled(num_features, 0, dtype, device));
            running_var = Registered(nameof(running_var), Filled(num_features, 1, dtype, device));
            Batches = Registered("num_batches_tracked", torch.tensor(0L, device: device));
        }
    }

    public Parameter weight { get; } = null!;

    public Parameter? bias { get; }

    public torch.Tensor? running_mean { get; }

    public torch.Tensor? running_var { get; }

    /// <summary>How many batches the running statistics have seen; null where they are not kept.</summary>
    private protected torch.Tensor? Batches { get; }

    private static torch.Tensor Filled(long size, double value, torch.ScalarType? dtype, torch.Device? device)
    {
        var filled = torch.zeros(size, dtype, device);
        return value == 0 ? filled : filled.add_(value);
    }
}
