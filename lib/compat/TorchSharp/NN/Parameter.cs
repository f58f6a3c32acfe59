namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns. It takes over the handle of the tensor it is made from.</summary>
public class Parameter : torch.Tensor
{
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(data.WithGradient(requires_grad).MoveHandle(), register: false) => DisposeScope.ReplaceWith(data, this);
}
