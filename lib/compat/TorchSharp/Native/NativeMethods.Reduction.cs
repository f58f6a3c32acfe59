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
    internal static partial int et_argmax(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_argmax_dim(torch.Tensor self, long dim, int keepdim, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_softmax(torch.Tensor self, long dim, int dtype, out nint result);
}
