using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => Returned(et_reshape(this, shape, shape.Length, out var result), result);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Returned(et_flatten(this, start_dim, end_dim, out var result), result);

        public Tensor permute(params long[] permutation) =>
            Returned(et_permute(this, permutation, permutation.Length, out var result), result);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor transpose(long dim0, long dim1) => Returned(et_transpose(this, dim0, dim1, out var result), result);

        public Tensor narrow(long dim, long start, long length) => Returned(et_narrow(this, dim, start, length, out var result), result);

        public Tensor flip(params long[] dims) => Returned(et_flip(this, dims, dims.Length, out var result), result);

        public Tensor index_select(long dim, Tensor index) => Returned(et_index_select(this, dim, index, out var result), result);

        public Tensor index_copy(long dim, Tensor index, Tensor source) =>
            Returned(et_index_copy(this, dim, index, source, out var result), result);

        public Tensor bmm(Tensor batch2) => Returned(et_bmm(this, batch2, out var result), result);
    }
}
