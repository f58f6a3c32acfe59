using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// Shapes and indices; matrix products. The same symbols as lib/native/torch/shape.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_reshape(torch.Tensor self, ReadOnlySpan<long> sizes, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_flatten(torch.Tensor self, long startDim, long endDim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_permute(torch.Tensor self, ReadOnlySpan<long> dims, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_transpose(torch.Tensor self, long dim0, long dim1, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_narrow(torch.Tensor self, long dim, long start, long length, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_flip(torch.Tensor self, ReadOnlySpan<long> dims, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_index_select(torch.Tensor self, long dim, torch.Tensor index, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_index_copy(torch.Tensor self, long dim, torch.Tensor index, torch.Tensor source, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_bmm(torch.Tensor self, torch.Tensor other, out nint result);
}
