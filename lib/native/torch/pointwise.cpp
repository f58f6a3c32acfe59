#include "pointwise.h"
#include "boundary.h"

#include <ATen/ops/silu.h>

using et::guarded;
using et::optional_scalar;
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

} // namespace

et_status et_abs(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).abs(); });
}

et_status et_neg(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).neg(); });
}

et_status et_exp(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).exp(); });
}

et_status et_log(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).log(); });
}

et_status et_sqrt(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sqrt(); });
}

et_status et_reciprocal(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).reciprocal(); });
}

et_status et_sigmoid(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sigmoid(); });
}

et_status et_tanh(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).tanh(); });
}

et_status et_relu(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).relu(); });
}

et_status et_sign(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sign(); });
}

et_status et_floor(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).floor(); });
}

et_status et_round(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).round(); });
}

et_status et_isfinite(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).isfinite(); });
}

et_status et_isnan(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).isnan(); });
}

et_status et_logical_not(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).logical_not(); });
}

et_status et_bitwise_not(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).bitwise_not(); });
}

et_status et_sin(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sin(); });
}

et_status et_cos(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).cos(); });
}

et_status et_silu(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return at::silu(unwrap(self)); });
}

et_status et_relu_(et_tensor *self) {
  return guarded([&] { unwrap(self).relu_(); });
}

et_status et_sigmoid_(et_tensor *self) {
  return guarded([&] { unwrap(self).sigmoid_(); });
}

et_status et_zero_(et_tensor *self) {
  return guarded([&] { unwrap(self).zero_(); });
}

et_status et_silu_(et_tensor *self) {
  return guarded([&] { at::silu_(unwrap(self)); });
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

et_status et_pow(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).pow(unwrap(other)); });
}

et_status et_eq(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).eq(unwrap(other)); });
}

et_status et_ne(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).ne(unwrap(other)); });
}

et_status et_gt(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).gt(unwrap(other)); });
}

et_status et_ge(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).ge(unwrap(other)); });
}

et_status et_lt(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).lt(unwrap(other)); });
}

et_status et_le(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).le(unwrap(other)); });
}

et_status et_remainder(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).remainder(unwrap(other)); });
}

et_status et_logical_and(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).logical_and(unwrap(other)); });
}

et_status et_logical_or(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).logical_or(unwrap(other)); });
}

et_status et_bitwise_and(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).bitwise_and(unwrap(other)); });
}

et_status et_bitwise_or(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).bitwise_or(unwrap(other)); });
}

et_status et_bitwise_xor(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).bitwise_xor(unwrap(other)); });
}

et_status et_maximum(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).maximum(unwrap(other)); });
}

et_status et_minimum(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).minimum(unwrap(other)); });
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

et_status et_pow_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).pow(scalar(other)); });
}

et_status et_eq_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).eq(scalar(other)); });
}

et_status et_ne_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).ne(scalar(other)); });
}

et_status et_gt_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).gt(scalar(other)); });
}

et_status et_ge_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).ge(scalar(other)); });
}

et_status et_lt_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).lt(scalar(other)); });
}

et_status et_le_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).le(scalar(other)); });
}

et_status et_remainder_scalar(et_tensor *self, et_scalar other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).remainder(scalar(other)); });
}

et_status et_div_scalar(et_tensor *self, et_scalar other, int32_t rounding, et_tensor **result) {
  return returns(result, [&] { return divide(unwrap(self), scalar(other), rounding); });
}

et_status et_add_(et_tensor *self, et_tensor *other, et_scalar alpha) {
  return guarded([&] { unwrap(self).add_(unwrap(other), scalar(alpha)); });
}

et_status et_sub_(et_tensor *self, et_tensor *other) {
  return guarded([&] { unwrap(self).sub_(unwrap(other)); });
}

et_status et_mul_(et_tensor *self, et_tensor *other) {
  return guarded([&] { unwrap(self).mul_(unwrap(other)); });
}

et_status et_div_(et_tensor *self, et_tensor *other, int32_t rounding) {
  return guarded([&] { divide_(unwrap(self), unwrap(other), rounding); });
}

et_status et_add_scalar_(et_tensor *self, et_scalar other, et_scalar alpha) {
  return guarded([&] { unwrap(self).add_(scalar(other), scalar(alpha)); });
}

et_status et_sub_scalar_(et_tensor *self, et_scalar other) {
  return guarded([&] { unwrap(self).sub_(scalar(other)); });
}

et_status et_mul_scalar_(et_tensor *self, et_scalar other) {
  return guarded([&] { unwrap(self).mul_(scalar(other)); });
}

et_status et_div_scalar_(et_tensor *self, et_scalar other, int32_t rounding) {
  return guarded([&] { divide_(unwrap(self), scalar(other), rounding); });
}

et_status et_fill_(et_tensor *self, et_scalar value) {
  return guarded([&] { unwrap(self).fill_(scalar(value)); });
}

et_status et_clamp(et_tensor *self, et_scalar min, et_scalar max, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).clamp(optional_scalar(min), optional_scalar(max)); });
}

et_status et_clamp_(et_tensor *self, et_scalar min, et_scalar max) {
  return guarded([&] { unwrap(self).clamp_(optional_scalar(min), optional_scalar(max)); });
}

et_status et_where(et_tensor *condition, et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).where(unwrap(condition), unwrap(other)); });
}

et_status et_masked_fill(et_tensor *self, et_tensor *mask, et_scalar value, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).masked_fill(unwrap(mask), scalar(value)); });
}

et_status et_allclose(et_tensor *self, et_tensor *other, double rtol, double atol, int32_t equal_nan, int32_t *value) {
  return guarded([&] { *value = unwrap(self).allclose(unwrap(other), rtol, atol, equal_nan != 0); });
}
