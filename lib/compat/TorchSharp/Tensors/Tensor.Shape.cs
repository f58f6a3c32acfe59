using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor view(params long[] shape) => Returned(et_view(this, shape, shape.Length, out var result), result);

        public Tensor reshape(params long[] shape) => Returned(et_reshape(this, shape, shape.Length, out var result), result);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Returned(et_flatten(this, start_dim, end_dim, out var result), result);

        public Tensor permute(params long[] permutation) =>
            Returned(et_permute(this, permutation, permutation.Length, out var result), result);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor transpose(long dim0, long dim1) => Returned(et_transpose(this, dim0, dim1, out var result), result);

        public Tensor t() => Returned(et_t(this, out var result), result);

        public Tensor unsqueeze(long dim) => Returned(et_unsqueeze(this, dim, out var result), result);

        public Tensor squeeze(long? dim = null) =>
            dim is { } one
            ? Returned(et_squeeze_dim(this, one, out var single), single)
            : Returned(et_squeeze(this, out var every), every);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) =>
            Returned(et_expand(this, sizes, sizes.Length, out var result), result);

        public Tensor expand(long[] sizes, bool isImplicit = false) => expand((ReadOnlySpan<long>)sizes, isImplicit);

        public Tensor expand(params long[] sizes) => expand((ReadOnlySpan<long>)sizes);

        public Tensor expand_as(Tensor other) => expand(other.shape);

        public Tensor narrow(long dim, long start, long length) => Returned(et_narrow(this, dim, start, length, out var result), result);

        public Tensor select(long dim, long index) => Returned(et_select(this, dim, index, out var result), result);

        public Tensor slice(long dim, long start, long finish, long step) =>
            Returned(et_slice(this, dim, start, finish, step, out var result), result);

        public Tensor flip(params long[] dims) => Returned(et_flip(this, dims, dims.Length, out var result), result);

        public Tensor roll(long shifts, long? dims = null) => roll([shifts], dims is { } dim ? [dim] : []);

        public Tensor roll(long[] shifts, long[] dims) =>
            Returned(et_roll(this, shifts, shifts.Length, dims, dims.Length, out var result), result);

        public Tensor repeat(params long[] sizes) => Returned(et_repeat(this, sizes, sizes.Length, out var result), result);

        public Tensor index_select(long dim, Tensor index) => Returned(et_index_select(this, dim, index, out var result), result);

        public Tensor gather(long dim, Tensor index) => Returned(et_gather(this, dim, index, out var result), result);

        public Tensor masked_select(Tensor mask) => Returned(et_masked_select(this, mask, out var result), result);

        public Tensor matmul(Tensor target) => Returned(et_matmul(this, target, out var result), result);

        public Tensor mm(Tensor target) => Returned(et_mm(this, target, out var result), result);

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Assign(value, i1);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Select(i1, i2);
            set => Assign(value, i1, i2);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Select(i1, i2, i3);
            set => Assign(value, i1, i2, i3);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Select(i1, i2, i3, i4);
            set => Assign(value, i1, i2, i3, i4);
        }

        private Tensor Select(params ReadOnlySpan<long> indices)
        {
            var selected = select(0, indices[0]);
            foreach (var index in indices[1..])
            {
                using var whole = selected;
                selected = whole.select(0, index);
            }
            return selected;
        }

        private void Assign(Tensor value, params ReadOnlySpan<long> indices)
        {
            using var target = Select(indices);
            target.copy_(value);
        }
    }
}
