using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// Element by element. The same symbols as lib/native/torch/pointwise.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_abs(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_neg(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_exp(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_log(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sqrt(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_reciprocal(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sigmoid(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_tanh(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_relu(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sign(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_floor(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_round(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_isfinite(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_isnan(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_logical_not(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_bitwise_not(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sin(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_cos(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_silu(torch.Tensor self, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_relu_(torch.Tensor self);

    [LibraryImport(Library)]
    internal static partial int et_sigmoid_(torch.Tensor self);

    [LibraryImport(Library)]
    internal static partial int et_zero_(torch.Tensor self);

    [LibraryImport(Library)]
    internal static partial int et_silu_(torch.Tensor self);

    [LibraryImport(Library)]
    internal static partial int et_add(torch.Tensor self, torch.Tensor other, NativeScalar alpha, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sub(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_mul(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_pow(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_eq(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_ne(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_gt(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_ge(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_lt(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_le(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_remainder(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_logical_and(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_logical_or(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_bitwise_and(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_bitwise_or(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_bitwise_xor(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_maximum(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_minimum(torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_div(torch.Tensor self, torch.Tensor other, int rounding, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_add_scalar(torch.Tensor self, NativeScalar other, NativeScalar alpha, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_sub_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_mul_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_pow_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_eq_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_ne_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_gt_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_ge_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_lt_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_le_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_remainder_scalar(torch.Tensor self, NativeScalar other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_div_scalar(torch.Tensor self, NativeScalar other, int rounding, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_add_(torch.Tensor self, torch.Tensor other, NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int et_sub_(torch.Tensor self, torch.Tensor other);

    [LibraryImport(Library)]
    internal static partial int et_mul_(torch.Tensor self, torch.Tensor other);

    [LibraryImport(Library)]
    internal static partial int et_div_(torch.Tensor self, torch.Tensor other, int rounding);

    [LibraryImport(Library)]
    internal static partial int et_add_scalar_(torch.Tensor self, NativeScalar other, NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int et_sub_scalar_(torch.Tensor self, NativeScalar other);

    [LibraryImport(Library)]
    internal static partial int et_mul_scalar_(torch.Tensor self, NativeScalar other);

    [LibraryImport(Library)]
    internal static partial int et_div_scalar_(torch.Tensor self, NativeScalar other, int rounding);

    [LibraryImport(Library)]
    internal static partial int et_fill_(torch.Tensor self, NativeScalar value);

    [LibraryImport(Library)]
    internal static partial int et_clamp(torch.Tensor self, NativeScalar min, NativeScalar max, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_clamp_(torch.Tensor self, NativeScalar min, NativeScalar max);

    [LibraryImport(Library)]
    internal static partial int et_where(torch.Tensor condition, torch.Tensor self, torch.Tensor other, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_masked_fill(torch.Tensor self, torch.Tensor mask, NativeScalar value, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_allclose(torch.Tensor self, torch.Tensor other, double rtol, double atol, int equalNan, out int value);
}
