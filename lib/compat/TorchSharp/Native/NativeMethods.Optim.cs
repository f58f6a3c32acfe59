using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// One optimizer step over all parameters of a group. Parameters without a gradient are left alone.
// The same symbols as lib/native/torch/optim.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_zero_grads(ReadOnlySpan<nint> parameters, int count);

    [LibraryImport(Library)]
    internal static partial int et_sgd_step(
        ReadOnlySpan<nint> parameters, Span<nint> buffers, int count, double lr, double momentum, double dampening, double weightDecay,
        int nesterov, int maximize);

    [LibraryImport(Library)]
    internal static partial int et_adam_step(
        ReadOnlySpan<nint> parameters, ReadOnlySpan<nint> expAvgs, ReadOnlySpan<nint> expAvgSqs, ReadOnlySpan<nint> maxExpAvgSqs,
        Span<long> steps, int count, double lr, double beta1, double beta2, double eps, double weightDecay, int decoupled, int amsgrad,
        int maximize);
}
