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

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            sum((ReadOnlySpan<long>)[dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum((ReadOnlySpan<long>)[dim0, dim1, dim2], keepdim, type);

        public Tensor mean() => Returned(et_mean(this, out var result), result);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Returned(et_mean_dims(this, dimensions, dimensions.Length, keepdim ? 1 : 0, DtypeOrNone(type), out var result), result);

        public Tensor var(bool unbiased = true) => Returned(et_var(this, unbiased ? 1 : 0, out var result), result);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Returned(et_var_dims(this, dimensions, dimensions.Length, unbiased ? 1 : 0, keepdim ? 1 : 0, out var result), result)
            .AsType(type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((ReadOnlySpan<long>)[dim], unbiased, keepdim, type);

        public Tensor std(bool unbiased = true) => Returned(et_std(this, unbiased ? 1 : 0, out var result), result);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Returned(et_std_dims(this, dimensions, dimensions.Length, unbiased ? 1 : 0, keepdim ? 1 : 0, out var result), result)
            .AsType(type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((ReadOnlySpan<long>)[dim], unbiased, keepdim, type);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false) =>
            Returned(et_amax(this, dims, dims.Length, keepdim ? 1 : 0, out var result), result);

        public Tensor amax(long[] dims, bool keepdim = false) => amax((ReadOnlySpan<long>)dims, keepdim);

        public Tensor amax(params long[] dims) => amax((ReadOnlySpan<long>)dims);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false) =>
            Returned(et_amin(this, dims, dims.Length, keepdim ? 1 : 0, out var result), result);

        public Tensor amin(long[] dims, bool keepdim = false) => amin((ReadOnlySpan<long>)dims, keepdim);

        public Tensor amin(params long[] dims) => amin((ReadOnlySpan<long>)dims);

        public Tensor max() => Returned(et_max(this, out var result), result);

        public Tensor max(Tensor other) => maximum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Returned(et_max_dim(this, dim, keepdim ? 1 : 0, out var first, out var second), first, second);

        public Tensor min() => Returned(et_min(this, out var result), result);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Returned(et_min_dim(this, dim, keepdim ? 1 : 0, out var first, out var second), first, second);

        public Tensor argmax() => Returned(et_argmax(this, out var result), result);

        public Tensor argmax(long dim, bool keepdim = false) =>
            Returned(et_argmax_dim(this, dim, keepdim ? 1 : 0, out var result), result);

        public Tensor argmin() => Returned(et_argmin(this, out var result), result);

        public Tensor argmin(long dim, bool keepdim = false) =>
            Returned(et_argmin_dim(this, dim, keepdim ? 1 : 0, out var result), result);

        public Tensor all() => Returned(et_all(this, out var result), result);

        public Tensor all(long dim, bool keepdim = false) => Returned(et_all_dim(this, dim, keepdim ? 1 : 0, out var result), result);

        public Tensor any() => Returned(et_any(this, out var result), result);

        public Tensor any(long dim, bool keepdim = false) => Returned(et_any_dim(this, dim, keepdim ? 1 : 0, out var result), result);

        public Tensor norm(float p = 2.0f) => Returned(et_norm(this, p, out var result), result);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            Returned(et_norm_dim(this, dim, keepdim ? 1 : 0, p, out var result), result);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Returned(et_topk(this, k, dim, largest ? 1 : 0, sorted ? 1 : 0, out var first, out var second), first, second);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Returned(et_sort(this, dim, descending ? 1 : 0, stable ? 1 : 0, out var first, out var second), first, second);

        public Tensor argsort(long dim = -1, bool descending = false) => WithoutFirst(sort(dim, descending));

        public Tensor softmax(long dim, ScalarType? dtype = null) =>
            Returned(et_softmax(this, dim, DtypeOrNone(dtype), out var result), result);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) =>
            Returned(et_log_softmax(this, dim, DtypeOrNone(dtype), out var result), result);

        public Tensor cumsum(long dim, ScalarType? type = null) =>
            Returned(et_cumsum(this, dim, DtypeOrNone(type), out var result), result);

        public Tensor bincount(Tensor? weights, long minlength = 0) =>
            Returned(et_bincount(this, weights, minlength, out var result), result);

        private static Tensor WithoutFirst((Tensor First, Tensor Second) pair)
        {
            pair.First.Dispose();
            return pair.Second;
        }

        private Tensor AsType(ScalarType? type) => type is { } wanted ? to(wanted, disposeAfter: true) : this;
    }
}
