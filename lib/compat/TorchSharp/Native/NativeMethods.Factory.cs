using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// New tensors, and random numbers. The same symbols as lib/native/torch/factory.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_empty(ReadOnlySpan<long> sizes, int count, int dtype, int deviceType, int deviceIndex, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_full(
        ReadOnlySpan<long> sizes, int count, NativeScalar value, int dtype, int deviceType, int deviceIndex, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_arange(
        NativeScalar start, NativeScalar stop, NativeScalar step, int dtype, int deviceType, int deviceIndex, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_rand(
        ReadOnlySpan<long> sizes, int count, torch.Generator? generator, int dtype, int deviceType, int deviceIndex, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_randn(
        ReadOnlySpan<long> sizes, int count, torch.Generator? generator, int dtype, int deviceType, int deviceIndex, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_randint(
        long low, long high, ReadOnlySpan<long> sizes, int count, torch.Generator? generator, int dtype, int deviceType,
        int deviceIndex, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_from_data(nint data, long bytes, ReadOnlySpan<long> sizes, int count, int dtype, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_uniform_(torch.Tensor self, double from, double to, torch.Generator? generator);
}
