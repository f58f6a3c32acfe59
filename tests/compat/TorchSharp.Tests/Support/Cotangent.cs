namespace TorchSharp.Tests.Support;

/// <summary>The weights c[i] = ((7 i) mod 11 - 5) / 4 that make one number of any outputs, as in generate.py.</summary>
internal static class Cotangent
{
    /// <summary>sum(output * c) over every output that carries a gradient; null where none does.</summary>
    public static torch.Tensor? Weigh(IEnumerable<torch.Tensor> outputs)
    {
        torch.Tensor? total = null;
        foreach (var output in outputs.Where(output => output.requires_grad))
        {
            var term = output.mul(Like(output)).sum();
            total = total is null ? term : total.add(term);
        }

        return total;
    }

    /// <summary>The same number from values alone.</summary>
    public static double Weigh(ReadOnlySpan<double> values)
    {
        var total = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            total += values[i] * At(i);
        }

        return total;
    }

    private static torch.Tensor Like(torch.Tensor output)
    {
        var values = new float[output.numel()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)At(i);
        }

        using var raw = torch.tensor(values, output.shape);
        return raw.to(output.dtype, output.device, copy: true);
    }

    private static double At(long i) => (((i * 7) % 11) - 5) / 4.0;
}
