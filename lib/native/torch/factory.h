// New tensors, and random numbers.
#pragma once

#include "types.h"

ET_API et_status et_empty(const int64_t *sizes, int32_t count, int32_t dtype, int32_t device_type, int32_t device_index,
                          et_tensor **result);
ET_API et_status et_full(const int64_t *sizes, int32_t count, et_scalar value, int32_t dtype, int32_t device_type,
                         int32_t device_index, et_tensor **result);
// dtype -1: integers where all three are integers, else float32.
ET_API et_status et_arange(et_scalar start, et_scalar stop, et_scalar step, int32_t dtype, int32_t device_type,
                           int32_t device_index, et_tensor **result);
ET_API et_status et_rand(const int64_t *sizes, int32_t count, et_generator *generator, int32_t dtype,
                         int32_t device_type, int32_t device_index, et_tensor **result);
// Normal, of mean 0 and deviation 1.
ET_API et_status et_randn(const int64_t *sizes, int32_t count, et_generator *generator, int32_t dtype,
                          int32_t device_type, int32_t device_index, et_tensor **result);
ET_API et_status et_randint(int64_t low, int64_t high, const int64_t *sizes, int32_t count, et_generator *generator,
                            int32_t dtype, int32_t device_type, int32_t device_index, et_tensor **result);
// A copy of `bytes` bytes of row-major data, read as dtype.
ET_API et_status et_from_data(const void *data, int64_t bytes, const int64_t *sizes, int32_t count, int32_t dtype,
                              et_tensor **result);
ET_API et_status et_uniform_(et_tensor *self, double from, double to, et_generator *generator);
