using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor neg() => Returned(et_neg(this, out var result), result);

        public Tensor sqrt() => Returned(et_sqrt(this, out var result), result);

        public Tensor sigmoid() => Returned(et_sigmoid(this, out var result), result);

        public Tensor zero_()
        {
            Check(et_zero_(this));
            return this;
        }

        internal Tensor relu() => Returned(et_relu(this, out var result), result);

        public Tensor relu_()
        {
            Check(et_relu_(this));
            return this;
        }

        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            Check(et_clamp_(this, Scalar.ValueOf(min), Scalar.ValueOf(max)));
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

        public Tensor eq(Tensor target) => Returned(et_eq(this, target, out var result), result);

        public Tensor eq(Scalar target) => Returned(et_eq_scalar(this, Scalar.ValueOf(target), out var result), result);

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
    }
}
