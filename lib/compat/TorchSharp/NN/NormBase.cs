using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>What normalisations with running statistics share.</summary>
public abstract class NormBase : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private torch.Tensor? _runningMean;

    [ComponentName(Name = nameof(running_var))]
    private torch.Tensor? _runningVar;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private torch.Tensor? _numBatchesTracked;

    protected NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, torch.Device? device,
        torch.ScalarType? dtype, string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = torch.nn.Parameter(torch.ones(num_features, dtype, device));
            bias = torch.nn.Parameter(torch.zeros(num_features, dtype, device));
        }
        if (track_running_stats)
        {
            running_mean = torch.zeros(num_features, dtype, device);
            running_var = torch.ones(num_features, dtype, device);
            num_batches_tracked = torch.tensor(0L, device: device);
        }
    }

    public long num_features { get; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public Parameter weight
    {
        get => _weight!;
        set
        {
            ArgumentNullException.ThrowIfNull(value, nameof(weight));
            Replace(ref _weight, value);
            ConditionallyRegisterParameter(nameof(weight), _weight);
        }
    }

    public Parameter? bias
    {
        get => _bias;
        set
        {
            Replace(ref _bias, value);
            ConditionallyRegisterParameter(nameof(bias), _bias);
        }
    }

    public torch.Tensor? running_mean
    {
        get => _runningMean;
        set
        {
            Replace(ref _runningMean, value);
            ConditionallyRegisterBuffer(nameof(running_mean), _runningMean);
        }
    }

    public torch.Tensor? running_var
    {
        get => _runningVar;
        set
        {
            Replace(ref _runningVar, value);
            ConditionallyRegisterBuffer(nameof(running_var), _runningVar);
        }
    }

    public torch.Tensor? num_batches_tracked
    {
        get => _numBatchesTracked;
        set
        {
            Replace(ref _numBatchesTracked, value);
            ConditionallyRegisterBuffer(nameof(num_batches_tracked), _numBatchesTracked);
        }
    }

    public void reset_running_stats()
    {
        if (!track_running_stats)
            return;
        torch.nn.init.zeros_(running_mean!);
        torch.nn.init.ones_(running_var!);
        torch.nn.init.zeros_(num_batches_tracked!);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine)
            return;
        torch.nn.init.ones_(weight);
        torch.nn.init.zeros_(bias!);
    }

    protected abstract void ValidateInputDimensions(torch.Tensor input);

    private static void Replace<T>(ref T? field, T? value) where T : torch.Tensor
    {
        if (ReferenceEquals(field, value))
            return;
        field?.Dispose();
        field = (T?)value?.DetachFromDisposeScope();
    }
}
