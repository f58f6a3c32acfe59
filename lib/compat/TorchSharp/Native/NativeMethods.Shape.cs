using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// Shapes, indices, joining; matrix products. The same symbols as lib/native/torch/shape.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_view(torch.Tensor self, ReadOnlySpan<long> sizes, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_reshape(torch.Tensor self, ReadOnlySpan<long> sizes, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_flatten(torch.Tensor self, long startDim, long endDim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_permute(torch.Tensor self, ReadOnlySpan<long> dims, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_transpose(torch.Tensor self, long dim0, long dim1, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_t(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_unsqueeze(torch.Tensor self, long dim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_squeeze(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_squeeze_dim(torch.Tensor self, long dim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_expand(torch.Tensor self, ReadOnlySpan<long> sizes, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_narrow(torch.Tensor self, long dim, long start, long length, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_select(torch.Tensor self, long dim, long index, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_slice(torch.Tensor self, long dim, long start, long stop, long step, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_flip(torch.Tensor self, ReadOnlySpan<long> dims, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_roll(
        torch.Tensor self, ReadOnlySpan<long> shifts, int shiftCount, ReadOnlySpan<long> dims, int dimCount, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_repeat(torch.Tensor self, ReadOnlySpan<long> sizes, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_index_select(torch.Tensor self, long dim, torch.Tensor index, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_gather(torch.Tensor self, long dim, torch.Tensor index, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_masked_select(torch.Tensor self, torch.Tensor mask, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_cat(ReadOnlySpan<nint> tensors, int count, long dim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_stack(ReadOnlySpan<nint> tensors, int count, long dim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_matmul(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_mm(torch.Tensor self, torch.Tensor other, out nint result);
}
