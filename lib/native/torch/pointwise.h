// Element by element.
#pragma once

#include "types.h"

// One tensor; with an underscore in place, else a new one.
ET_API et_status et_neg(et_tensor *self, et_tensor **result);
ET_API et_status et_sqrt(et_tensor *self, et_tensor **result);
ET_API et_status et_sigmoid(et_tensor *self, et_tensor **result);
ET_API et_status et_zero_(et_tensor *self);
ET_API et_status et_relu(et_tensor *self, et_tensor **result);
ET_API et_status et_relu_(et_tensor *self);
// Null bounds are absent.
ET_API et_status et_clamp_(et_tensor *self, et_scalar min, et_scalar max);
// Where condition holds the first, elsewhere the second.
ET_API et_status et_where(et_tensor *condition, et_tensor *self, et_tensor *other, et_tensor **result);
// Two tensors, broadcast; then a tensor and a number.
ET_API et_status et_add(et_tensor *self, et_tensor *other, et_scalar alpha, et_tensor **result);
ET_API et_status et_sub(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_mul(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_eq(et_tensor *self, et_tensor *other, et_tensor **result);
// rounding 0: none, 1: towards zero, 2: down.
ET_API et_status et_div(et_tensor *self, et_tensor *other, int32_t rounding, et_tensor **result);
ET_API et_status et_add_scalar(et_tensor *self, et_scalar other, et_scalar alpha, et_tensor **result);
ET_API et_status et_sub_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_mul_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_eq_scalar(et_tensor *self, et_scalar other, et_tensor **result);
ET_API et_status et_div_scalar(et_tensor *self, et_scalar other, int32_t rounding, et_tensor **result);
// The same in place.
ET_API et_status et_add_(et_tensor *self, et_tensor *other, et_scalar alpha);
ET_API et_status et_div_(et_tensor *self, et_tensor *other, int32_t rounding);
ET_API et_status et_add_scalar_(et_tensor *self, et_scalar other, et_scalar alpha);
ET_API et_status et_div_scalar_(et_tensor *self, et_scalar other, int32_t rounding);
