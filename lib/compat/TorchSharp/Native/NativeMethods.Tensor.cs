using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// One tensor: life, properties, memory, conversions, gradient. The same symbols as lib/native/torch/tensor.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_tensor_free(nint self);

    [LibraryImport(Library)]
    internal static partial int et_tensor_alias(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_tensor_dim(torch.Tensor self, out long dim);

    [LibraryImport(Library)]
    internal static partial int et_tensor_numel(torch.Tensor self, out long numel);

    [LibraryImport(Library)]
    internal static partial int et_tensor_element_size(torch.Tensor self, out long size);

    [LibraryImport(Library)]
    internal static partial int et_tensor_size(torch.Tensor self, long dim, out long size);

    [LibraryImport(Library)]
    internal static partial int et_tensor_sizes(torch.Tensor self, Span<long> sizes);

    [LibraryImport(Library)]
    internal static partial int et_tensor_strides(torch.Tensor self, Span<long> strides);

    [LibraryImport(Library)]
    internal static partial int et_tensor_dtype(torch.Tensor self, out int dtype);

    [LibraryImport(Library)]
    internal static partial int et_tensor_device(torch.Tensor self, out int type, out int index);

    [LibraryImport(Library)]
    internal static partial int et_tensor_is_contiguous(torch.Tensor self, out int value);

    [LibraryImport(Library)]
    internal static partial int et_tensor_is_leaf(torch.Tensor self, out int value);

    [LibraryImport(Library)]
    internal static partial int et_tensor_requires_grad(torch.Tensor self, out int value);

    [LibraryImport(Library)]
    internal static partial int et_tensor_set_requires_grad(torch.Tensor self, int value);

    [LibraryImport(Library)]
    internal static partial int et_tensor_data(torch.Tensor self, out nint data);

    [LibraryImport(Library)]
    internal static partial int et_tensor_item(torch.Tensor self, out NativeScalar value);

    [LibraryImport(Library)]
    internal static partial int et_tensor_to(
        torch.Tensor self, int dtype, int deviceType, int deviceIndex, int copy, int nonBlocking, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_tensor_detach(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_tensor_contiguous(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_tensor_channels_last(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_tensor_set_data(torch.Tensor self, torch.Tensor source);

    [LibraryImport(Library)]
    internal static partial int et_tensor_channels_last_(torch.Tensor self);

    [LibraryImport(Library)]
    internal static partial int et_tensor_copy_(torch.Tensor self, torch.Tensor source, int nonBlocking);

    [LibraryImport(Library)]
    internal static partial int et_tensor_grad(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_tensor_set_grad(torch.Tensor self, torch.Tensor? grad);

    [LibraryImport(Library)]
    internal static partial int et_tensor_backward(torch.Tensor self, torch.Tensor? grad, int retainGraph, int createGraph);
}
