using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Returned(et_where(condition, x, y, out var result), result);
}
