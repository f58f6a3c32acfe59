using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Returned(et_abs(this, out var result), result);

        public Tensor neg() => Returned(et_neg(this, out var result), result);

        public Tensor exp() => Returned(et_exp(this, out var result), result);

        public Tensor log() => Returned(et_log(this, out var result), result);

        public Tensor sqrt() => Returned(et_sqrt(this, out var result), result);

        public Tensor reciprocal() => Returned(et_reciprocal(this, out var result), result);

        public Tensor sigmoid() => Returned(et_sigmoid(this, out var result), result);

        public Tensor tanh() => Returned(et_tanh(this, out var result), result);

        public Tensor relu() => Returned(et_relu(this, out var result), result);

        public Tensor silu() => Returned(et_silu(this, out var result), result);

        public Tensor sign() => Returned(et_sign(this, out var result), result);

        public Tensor floor() => Returned(et_floor(this, out var result), result);

        public Tensor isfinite() => Returned(et_isfinite(this, out var result), result);

        public Tensor isnan() => Returned(et_isnan(this, out var result), result);

        public Tensor logical_not() => Returned(et_logical_not(this, out var result), result);

        public Tensor bitwise_not() => Returned(et_bitwise_not(this, out var result), result);

        public Tensor sin() => Returned(et_sin(this, out var result), result);

        public Tensor cos() => Returned(et_cos(this, out var result), result);

        public Tensor round(long decimals = 0L) =>
            decimals == 0
            ? Returned(et_round(this, out var result), result)
            : throw new ArgumentOutOfRangeException(nameof(decimals), "Only whole numbers are rounded to here.");

        public Tensor negative() => neg();

        public Tensor absolute() => abs();

        public Tensor square() => pow(2);

        public Tensor relu_()
        {
            Check(et_relu_(this));
            return this;
        }

        public Tensor sigmoid_()
        {
            Check(et_sigmoid_(this));
            return this;
        }

        public Tensor silu_()
        {
            Check(et_silu_(this));
            return this;
        }

        public Tensor zero_()
        {
            Check(et_zero_(this));
            return this;
        }

        public Tensor add(Tensor target) => add(target, 1);

        public Tensor add(Tensor target, Scalar alpha) => Returned(et_add(this, target, Scalar.ValueOf(alpha), out var result), result);

        public Tensor add(Scalar scalar) => add(scalar, 1);

        public Tensor add(Scalar scalar, Scalar alpha) =>
            Returned(et_add_scalar(this, Scalar.ValueOf(scalar), Scalar.ValueOf(alpha), out var result), result);

        public Tensor sub(Tensor target) => Returned(et_sub(this, target, out var result), result);

        public Tensor sub(Scalar target) => Returned(et_sub_scalar(this, Scalar.ValueOf(target), out var result), result);

        public Tensor mul(Tensor target) => Returned(et_mul(this, target, out var result), result);

        public Tensor mul(Scalar target) => Returned(et_mul_scalar(this, Scalar.ValueOf(target), out var result), result);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Returned(et_div(this, target, (int)rounding_mode, out var result), result);

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Returned(et_div_scalar(this, Scalar.ValueOf(target), (int)rounding_mode, out var result), result);

        public Tensor pow(Tensor exponent) => Returned(et_pow(this, exponent, out var result), result);

        public Tensor pow(Scalar exponent) => Returned(et_pow_scalar(this, Scalar.ValueOf(exponent), out var result), result);

        public Tensor remainder(Tensor target) => Returned(et_remainder(this, target, out var result), result);

        public Tensor remainder(Scalar scalar) => Returned(et_remainder_scalar(this, Scalar.ValueOf(scalar), out var result), result);

        public Tensor eq(Tensor target) => Returned(et_eq(this, target, out var result), result);

        public Tensor eq(Scalar target) => Returned(et_eq_scalar(this, Scalar.ValueOf(target), out var result), result);

        public Tensor ne(Tensor target) => Returned(et_ne(this, target, out var result), result);

        public Tensor ne(Scalar target) => Returned(et_ne_scalar(this, Scalar.ValueOf(target), out var result), result);

        public Tensor gt(Tensor target) => Returned(et_gt(this, target, out var result), result);

        public Tensor gt(Scalar target) => Returned(et_gt_scalar(this, Scalar.ValueOf(target), out var result), result);

        public Tensor ge(Tensor target) => Returned(et_ge(this, target, out var result), result);

        public Tensor ge(Scalar target) => Returned(et_ge_scalar(this, Scalar.ValueOf(target), out var result), result);

        public Tensor lt(Tensor target) => Returned(et_lt(this, target, out var result), result);

        public Tensor lt(Scalar target) => Returned(et_lt_scalar(this, Scalar.ValueOf(target), out var result), result);

        public Tensor le(Tensor target) => Returned(et_le(this, target, out var result), result);

        public Tensor le(Scalar target) => Returned(et_le_scalar(this, Scalar.ValueOf(target), out var result), result);

        public Tensor logical_and(Tensor other) => Returned(et_logical_and(this, other, out var result), result);

        public Tensor logical_or(Tensor other) => Returned(et_logical_or(this, other, out var result), result);

        public Tensor bitwise_and(Tensor other) => Returned(et_bitwise_and(this, other, out var result), result);

        public Tensor bitwise_or(Tensor other) => Returned(et_bitwise_or(this, other, out var result), result);

        public Tensor bitwise_xor(Tensor other) => Returned(et_bitwise_xor(this, other, out var result), result);

        public Tensor maximum(Tensor other) => Returned(et_maximum(this, other, out var result), result);

        public Tensor minimum(Tensor other) => Returned(et_minimum(this, other, out var result), result);

        public Tensor add_(Tensor target)
        {
            Check(et_add_(this, target, Scalar.ValueOf(1)));
            return this;
        }

        public Tensor add_(Tensor target, Scalar alpha)
        {
            Check(et_add_(this, target, Scalar.ValueOf(alpha)));
            return this;
        }

        public Tensor add_(Scalar scalar)
        {
            Check(et_add_scalar_(this, Scalar.ValueOf(scalar), Scalar.ValueOf(1)));
            return this;
        }

        public Tensor add_(Scalar scalar, Scalar alpha)
        {
            Check(et_add_scalar_(this, Scalar.ValueOf(scalar), Scalar.ValueOf(alpha)));
            return this;
        }

        public Tensor sub_(Tensor target)
        {
            Check(et_sub_(this, target));
            return this;
        }

        public Tensor sub_(Scalar target)
        {
            Check(et_sub_scalar_(this, Scalar.ValueOf(target)));
            return this;
        }

        public Tensor mul_(Tensor target)
        {
            Check(et_mul_(this, target));
            return this;
        }

        public Tensor mul_(Scalar target)
        {
            Check(et_mul_scalar_(this, Scalar.ValueOf(target)));
            return this;
        }

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            Check(et_div_(this, target, (int)rounding_mode));
            return this;
        }

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            Check(et_div_scalar_(this, Scalar.ValueOf(target), (int)rounding_mode));
            return this;
        }

        public Tensor fill_(Scalar value)
        {
            Check(et_fill_(this, Scalar.ValueOf(value)));
            return this;
        }

        public Tensor clamp(Scalar? min = null, Scalar? max = null) =>
            Returned(et_clamp(this, Scalar.ValueOf(min), Scalar.ValueOf(max), out var result), result);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            Check(et_clamp_(this, Scalar.ValueOf(min), Scalar.ValueOf(max)));
            return this;
        }

        public Tensor where(Tensor condition, Tensor y) => Returned(et_where(condition, this, y, out var result), result);

        public Tensor masked_fill(Tensor mask, Scalar value) =>
            Returned(et_masked_fill(this, mask, Scalar.ValueOf(value), out var result), result);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            Check(et_allclose(this, target, rtol, atol, equal_nan ? 1 : 0, out var value));
            return value != 0;
        }
    }
}
