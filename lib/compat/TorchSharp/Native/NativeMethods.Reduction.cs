using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// Many elements to few. The same symbols as lib/native/torch/reduction.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_sum(torch.Tensor self, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sum_dims(torch.Tensor self, ReadOnlySpan<long> dims, int count, int keepdim, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_mean(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_mean_dims(
        torch.Tensor self, ReadOnlySpan<long> dims, int count, int keepdim, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_var(torch.Tensor self, int unbiased, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_var_dims(
        torch.Tensor self, ReadOnlySpan<long> dims, int count, int unbiased, int keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_std(torch.Tensor self, int unbiased, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_std_dims(
        torch.Tensor self, ReadOnlySpan<long> dims, int count, int unbiased, int keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_amax(torch.Tensor self, ReadOnlySpan<long> dims, int count, int keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_amin(torch.Tensor self, ReadOnlySpan<long> dims, int count, int keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_max(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_max_dim(torch.Tensor self, long dim, int keepdim, out nint values, out nint indices);

    [LibraryImport(Library)]
    internal static partial int et_min(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_min_dim(torch.Tensor self, long dim, int keepdim, out nint values, out nint indices);

    [LibraryImport(Library)]
    internal static partial int et_argmax(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_argmax_dim(torch.Tensor self, long dim, int keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_argmin(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_argmin_dim(torch.Tensor self, long dim, int keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_all(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_all_dim(torch.Tensor self, long dim, int keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_any(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_any_dim(torch.Tensor self, long dim, int keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_norm(torch.Tensor self, double p, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_norm_dim(torch.Tensor self, long dim, int keepdim, double p, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_topk(torch.Tensor self, long k, long dim, int largest, int sorted, out nint values, out nint indices);

    [LibraryImport(Library)]
    internal static partial int et_sort(torch.Tensor self, long dim, int descending, int stable, out nint values, out nint indices);

    [LibraryImport(Library)]
    internal static partial int et_softmax(torch.Tensor self, long dim, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_log_softmax(torch.Tensor self, long dim, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_cumsum(torch.Tensor self, long dim, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_bincount(torch.Tensor self, torch.Tensor? weights, long minlength, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_clip_grad_norm_(
        ReadOnlySpan<nint> parameters, int count, double maxNorm, double normType, out double norm);
}
