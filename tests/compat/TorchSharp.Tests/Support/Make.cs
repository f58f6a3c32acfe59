namespace TorchSharp.Tests.Support;

/// <summary>Tensors for tests, from the few factories that the library uses itself.</summary>
internal static class Make
{
    public static torch.Tensor ones(params long[] size) => filled(size, 1);

    public static torch.Tensor filled(long[] size, double value, torch.ScalarType type = torch.ScalarType.Float32)
    {
        using var tensor = torch.zeros(size).add_(value);
        return tensor.to(type, copy: true);
    }

    /// <summary>Seeded by torch.manual_seed: uniform in [-1, 1).</summary>
    public static torch.Tensor noise(params long[] size)
    {
        using var unit = torch.rand(size);
        using var wide = unit.mul(2);
        return wide.sub(1);
    }

    /// <summary>0, 1, … in an order that the seed of torch.manual_seed gives.</summary>
    public static torch.Tensor shuffled(int count)
    {
        using var keys = torch.rand(count);
        var order = Enumerable.Range(0, count).Select(i => (long)i).ToArray();
        Array.Sort(Close.Values(keys), order);
        return torch.tensor(order);
    }

    /// <summary>The same tensor, as a leaf that asks for its gradient.</summary>
    public static torch.Tensor Leaf(this torch.Tensor tensor, bool asked = true)
    {
        tensor.requires_grad = asked;
        return tensor;
    }

    public static void ForgetGradients(this torch.nn.Module module)
    {
        foreach (var parameter in module.parameters())
        {
            parameter.grad = null;
        }
    }

    public static torch.Tensor Copy(this torch.Tensor tensor) => tensor.to(tensor.dtype, copy: true);
}
