using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// Layers and losses. The same symbols as lib/native/torch/nn.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_conv2d(
        torch.Tensor input, torch.Tensor weight, torch.Tensor? bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding,
        ReadOnlySpan<long> dilation, long groups, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_conv2d_relu(
        torch.Tensor input, torch.Tensor weight, torch.Tensor? bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding,
        ReadOnlySpan<long> dilation, long groups, PreparedConvolution prepared, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_prepared_new(out nint result);

    [LibraryImport(Library)]
    internal static partial int et_prepared_free(nint self);

    [LibraryImport(Library)]
    internal static partial int et_linear(torch.Tensor input, torch.Tensor weight, torch.Tensor? bias, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_max_pool2d(
        torch.Tensor input, ReadOnlySpan<long> kernel, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding,
        ReadOnlySpan<long> dilation, int ceilMode, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_dropout(torch.Tensor input, double p, int training, int inplace, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_pad(torch.Tensor input, ReadOnlySpan<long> pads, int count, int mode, double value, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_grid_sample(
        torch.Tensor input, torch.Tensor grid, long mode, long padding, int alignCorners, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_cross_entropy(
        torch.Tensor input, torch.Tensor target, torch.Tensor? weight, long reduction, long ignoreIndex, double labelSmoothing,
        out nint result);
}
