using TorchSharp.Native;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    public static float ToSingle(this torch.Tensor value) => (float)value.Number().Real;

    public static long ToInt64(this torch.Tensor value) => value.Number() is { Kind: not NativeScalar.Kinds.Real } whole
        ? whole.Integer
        : (long)value.Number().Real;
}
