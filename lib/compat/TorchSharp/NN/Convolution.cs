namespace TorchSharp.Modules;

/// <summary>What all convolutions share: the weights.</summary>
public abstract class Convolution : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private Parameter _weight = null!;
    private Parameter? _bias;

    private protected Convolution(string name, long[] shape, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(name)
    {
        weight = new Parameter(torch.empty(shape, dtype, device));
        Initial.Uniform(weight, weight);
        if (!bias)
            return;
        this.bias = new Parameter(torch.empty(shape[0], dtype, device));
        Initial.Uniform(this.bias, weight);
    }

    public Parameter weight
    {
        get => _weight;
        set => Replace(nameof(weight), ref _weight!, value ?? throw new ArgumentNullException(nameof(weight)));
    }

    public Parameter? bias
    {
        get => _bias;
        set => Replace(nameof(bias), ref _bias, value);
    }
}
