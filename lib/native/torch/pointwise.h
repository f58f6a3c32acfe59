// Element by element.
#pragma once

#include "types.h"

// One tensor in, a new one out.
ET_API et_status et_abs(et_tensor *self, et_tensor **result);
ET_API et_status et_neg(et_tensor *self, et_tensor **result);
ET_API et_status et_exp(et_tensor *self, et_tensor **result);
ET_API et_status et_log(et_tensor *self, et_tensor **result);
ET_API et_status et_sqrt(et_tensor *self, et_tensor **result);
ET_API et_status et_reciprocal(et_tensor *self, et_tensor **result);
ET_API et_status et_sigmoid(et_tensor *self, et_tensor **result);
ET_API et_status et_tanh(et_tensor *self, et_tensor **result);
ET_API et_status et_relu(et_tensor *self, et_tensor **result);
ET_API et_status et_sign(et_tensor *self, et_tensor **result);
ET_API et_status et_floor(et_tensor *self, et_tensor **result);
ET_API et_status et_round(et_tensor *self, et_tensor **result);
ET_API et_status et_isfinite(et_tensor *self, et_tensor **result);
ET_API et_status et_isnan(et_tensor *self, et_tensor **result);
ET_API et_status et_logical_not(et_tensor *self, et_tensor **result);
ET_API et_status et_bitwise_not(et_tensor *self, et_tensor **result);
ET_API et_status et_sin(et_tensor *self, et_tensor **result);
ET_API et_status et_cos(et_tensor *self, et_tensor **result);
ET_API et_status et_silu(et_tensor *self, et_tensor **result);
// In place.
ET_API et_status et_relu_(et_tensor *self);
ET_API et_status et_sigmoid_(et_tensor *self);
ET_API et_status et_zero_(et_tensor *self);
ET_API et_status et_silu_(et_tensor *self);
// Two tensors, broadcast; then a tensor and a number.
ET_API et_status et_add(et_tensor *self, et_tensor *other, et_scalar alpha, et_tensor **result);
ET_API et_status et_sub(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_mul(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_pow(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_eq(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_ne(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_gt(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_ge(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_lt(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_le(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_remainder(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_logical_and(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_logical_or(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_bitwise_and(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_bitwise_or(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_bitwise_xor(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_maximum(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_minimum(et_tensor *self, et_tensor *other, et_tensor **result);
// rounding 0: none, 1: towards zero, 2: down.
ET_API et_status et_div(et_tensor *self, et_tensor *other, int32_t rounding, et_tensor **result);
ET_API et_status et_add_scalar(et_tensor *self, et_scalar other, et_scalar alpha, et_tensor **result);
ET_API et_status et_sub_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_mul_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_pow_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_eq_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_ne_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_gt_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_ge_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_lt_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_le_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_remainder_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_div_scalar(et_tensor *self, et_scalar other, int32_t rounding, et_tensor **result);
// The same in place.
ET_API et_status et_add_(et_tensor *self, et_tensor *other, et_scalar alpha);
ET_API et_status et_sub_(et_tensor *self, et_tensor *other);
ET_API et_status et_mul_(et_tensor *self, et_tensor *other);
ET_API et_status et_div_(et_tensor *self, et_tensor *other, int32_t rounding);
ET_API et_status et_add_scalar_(et_tensor *self, et_scalar other, et_scalar alpha);
ET_API et_status et_sub_scalar_(et_tensor *self, et_scalar other);
ET_API et_status et_mul_scalar_(et_tensor *self, et_scalar other);
ET_API et_status et_div_scalar_(et_tensor *self, et_scalar other, int32_t rounding);
ET_API et_status et_fill_(et_tensor *self, et_scalar value);
// A bound of kind ET_SCALAR_NONE is absent.
ET_API et_status et_clamp(et_tensor *self, et_scalar min, et_scalar max, et_tensor **result);
ET_API et_status et_clamp_(et_tensor *self, et_scalar min, et_scalar max);
ET_API et_status et_where(et_tensor *condition, et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_masked_fill(et_tensor *self, et_tensor *mask, et_scalar value, et_tensor **result);
ET_API et_status et_allclose(et_tensor *self, et_tensor *other, double rtol, double atol, int32_t equal_nan,
                             int32_t *value);
