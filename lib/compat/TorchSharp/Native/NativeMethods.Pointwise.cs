using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// Element by element. The same symbols as lib/native/torch/pointwise.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_neg(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sqrt(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sigmoid(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_zero_(torch.Tensor self);

    [LibraryImport(Library)]
    internal static partial int et_relu(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_relu_(torch.Tensor self);

    [LibraryImport(Library)]
    internal static partial int et_clamp_(torch.Tensor self, NativeScalar min, NativeScalar max);

    [LibraryImport(Library)]
    internal static partial int et_add(torch.Tensor self, torch.Tensor other, NativeScalar alpha, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sub(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_mul(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_eq(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_div(torch.Tensor self, torch.Tensor other, int rounding, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_add_scalar(torch.Tensor self, NativeScalar other, NativeScalar alpha, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sub_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_mul_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_eq_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_div_scalar(torch.Tensor self, NativeScalar other, int rounding, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_add_(torch.Tensor self, torch.Tensor other, NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int et_div_(torch.Tensor self, torch.Tensor other, int rounding);

    [LibraryImport(Library)]
    internal static partial int et_add_scalar_(torch.Tensor self, NativeScalar other, NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int et_div_scalar_(torch.Tensor self, NativeScalar other, int rounding);

    [LibraryImport(Library)]
    internal static partial int et_where(torch.Tensor condition, torch.Tensor self, torch.Tensor other, out nint result);
}
