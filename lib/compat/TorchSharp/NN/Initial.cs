using static TorchSharp.Native.NativeMethods;

namespace TorchSharp.Modules;

/// <summary>Initial values, in place and without a gradient.</summary>
internal static class Initial
{
    /// <summary>
    /// PyTorch's default: uniform within 1 / sqrt(fan in) of the weight. That is He's bound with a = sqrt(5), computed as there, so
    /// that the same seed gives the same bits.
    /// </summary>
    internal static void Uniform(Parameter parameter, Parameter weight)
    {
        var fanIn = weight.shape[1..].Aggregate(1L, (product, size) => product * size);
        var bound = fanIn == 0 ? 0
            : ReferenceEquals(parameter, weight) ? Math.Sqrt(3.0) * (Math.Sqrt(2.0 / (1 + Math.Sqrt(5) * Math.Sqrt(5))) / Math.Sqrt(fanIn))
            : 1 / Math.Sqrt(fanIn);
        using var without = torch.no_grad();
        Check(et_uniform_(parameter, -bound, bound, null));
    }
}
