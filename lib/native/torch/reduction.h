// Many elements to few.
#pragma once

#include "types.h"

// Over everything, and over dimensions. dtype -1: as libtorch chooses.
ET_API et_status et_sum(et_tensor *self, int32_t dtype, et_tensor **result);
ET_API et_status et_sum_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, int32_t dtype,
                             et_tensor **result);
ET_API et_status et_argmax(et_tensor *self, et_tensor **result);
ET_API et_status et_argmax_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result);
ET_API et_status et_softmax(et_tensor *self, int64_t dim, int32_t dtype, et_tensor **result);
