namespace TorchSharp.Tests.Support;

/// <summary>Inputs and named arguments of one operator case.</summary>
internal sealed record OpCall(IReadOnlyList<torch.Tensor> Inputs, Arguments Arguments)
{
    public torch.Tensor this[int i] => Inputs[i];

    /// <summary>An input that a case may leave out.</summary>
    public torch.Tensor? Optional(int i) => i < Inputs.Count ? Inputs[i] : null;
}
