using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>Named tensors, copied outside all scopes.</summary>
internal static class TensorCopies
{
    public static Dictionary<string, Tensor> Of(IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var off = no_grad();
        return tensors.ToDictionary(entry => entry.Key, entry => Of(entry.Value));
    }

    public static Tensor Of(Tensor tensor) => empty(tensor.shape, tensor.dtype, tensor.device).copy_(tensor).DetachFromDisposeScope();

    public static void Free(Dictionary<string, Tensor> tensors)
    {
        foreach (var tensor in tensors.Values)
        {
            tensor.Dispose();
        }
    }
}
