using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Returned(et_sum(this, DtypeOrNone(type), out var result), result);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Returned(et_sum_dims(this, dim, dim.Length, keepdim ? 1 : 0, DtypeOrNone(type), out var result), result);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => sum((ReadOnlySpan<long>)dim, keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum((ReadOnlySpan<long>)[dim], keepdim, type);

        public Tensor argmax() => Returned(et_argmax(this, out var result), result);

        public Tensor argmax(long dim, bool keepdim = false) =>
            Returned(et_argmax_dim(this, dim, keepdim ? 1 : 0, out var result), result);
    }
}
