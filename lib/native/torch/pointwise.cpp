#include "pointwise.h"
#include "boundary.h"

using et::guarded;
using et::returns;
using et::scalar;
using et::unwrap;

namespace {

// With the rounding mode as text, whose type differs from version to version.
template <typename F> auto with_rounding(int32_t rounding, F &&divide) {
  switch (rounding) {
  case 1:
    return divide("trunc");
  case 2:
    return divide("floor");
  default:
    throw std::invalid_argument("Unknown rounding mode.");
  }
}

template <typename Other> at::Tensor divide(const at::Tensor &self, const Other &other, int32_t rounding) {
  if (rounding == 0)
    return self.div(other);
  return with_rounding(rounding, [&](const char *mode) { return self.div(other, mode); });
}

template <typename Other> void divide_(at::Tensor &self, const Other &other, int32_t rounding) {
  if (rounding == 0)
    self.div_(other);
  else
    with_rounding(rounding, [&](const char *mode) { return at::Tensor(self.div_(other, mode)); });
}

et::optional<at::Scalar> optional_scalar(et_scalar value) {
  return value.kind == ET_SCALAR_NONE ? et::optional<at::Scalar>() : et::optional<at::Scalar>(scalar(value));
}

} // namespace

et_status et_neg(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).neg(); });
}

et_status et_sqrt(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sqrt(); });
}

et_status et_sigmoid(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sigmoid(); });
}

et_status et_zero_(et_tensor *self) {
  return guarded([&] { unwrap(self).zero_(); });
}

et_status et_relu(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).relu(); });
}

et_status et_relu_(et_tensor *self) {
  return guarded([&] { unwrap(self).relu_(); });
}

et_status et_clamp_(et_tensor *self, et_scalar min, et_scalar max) {
  return guarded([&] { unwrap(self).clamp_(optional_scalar(min), optional_scalar(max)); });
}

et_status et_add(et_tensor *self, et_tensor *other, et_scalar alpha, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).add(unwrap(other), scalar(alpha)); });
}

et_status et_sub(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sub(unwrap(other)); });
}

et_status et_mul(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).mul(unwrap(other)); });
}

et_status et_eq(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).eq(unwrap(other)); });
}

et_status et_div(et_tensor *self, et_tensor *other, int32_t rounding, et_tensor **result) {
  return returns(result, [&] { return divide(unwrap(self), unwrap(other), rounding); });
}

et_status et_add_scalar(et_tensor *self, et_scalar other, et_scalar alpha, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).add(scalar(other), scalar(alpha)); });
}

et_status et_sub_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sub(scalar(other)); });
}

et_status et_mul_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).mul(scalar(other)); });
}

et_status et_eq_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).eq(scalar(other)); });
}

et_status et_div_scalar(et_tensor *self, et_scalar other, int32_t rounding, et_tensor **result) {
  return returns(result, [&] { return divide(unwrap(self), scalar(other), rounding); });
}

et_status et_add_(et_tensor *self, et_tensor *other, et_scalar alpha) {
  return guarded([&] { unwrap(self).add_(unwrap(other), scalar(alpha)); });
}

et_status et_div_(et_tensor *self, et_tensor *other, int32_t rounding) {
  return guarded([&] { divide_(unwrap(self), unwrap(other), rounding); });
}

et_status et_add_scalar_(et_tensor *self, et_scalar other, et_scalar alpha) {
  return guarded([&] { unwrap(self).add_(scalar(other), scalar(alpha)); });
}

et_status et_div_scalar_(et_tensor *self, et_scalar other, int32_t rounding) {
  return guarded([&] { divide_(unwrap(self), scalar(other), rounding); });
}

et_status et_where(et_tensor *condition, et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).where(unwrap(condition), unwrap(other)); });
}
