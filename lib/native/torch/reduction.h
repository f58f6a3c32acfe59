// Many elements to few.
#pragma once

#include "types.h"

// Over everything, and over dimensions. dtype -1: as libtorch chooses.
ET_API et_status et_sum(et_tensor *self, int32_t dtype, et_tensor **result);
ET_API et_status et_sum_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, int32_t dtype,
                             et_tensor **result);
ET_API et_status et_mean(et_tensor *self, et_tensor **result);
ET_API et_status et_mean_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, int32_t dtype,
                              et_tensor **result);
ET_API et_status et_var(et_tensor *self, int32_t unbiased, et_tensor **result);
ET_API et_status et_var_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t unbiased, int32_t keepdim,
                             et_tensor **result);
ET_API et_status et_std(et_tensor *self, int32_t unbiased, et_tensor **result);
ET_API et_status et_std_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t unbiased, int32_t keepdim,
                             et_tensor **result);
ET_API et_status et_amax(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, et_tensor **result);
ET_API et_status et_amin(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, et_tensor **result);
ET_API et_status et_max(et_tensor *self, et_tensor **result);
ET_API et_status et_max_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **values, et_tensor **indices);
ET_API et_status et_min(et_tensor *self, et_tensor **result);
ET_API et_status et_min_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **values, et_tensor **indices);
ET_API et_status et_argmax(et_tensor *self, et_tensor **result);
ET_API et_status et_argmax_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result);
ET_API et_status et_argmin(et_tensor *self, et_tensor **result);
ET_API et_status et_argmin_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result);
ET_API et_status et_all(et_tensor *self, et_tensor **result);
ET_API et_status et_all_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result);
ET_API et_status et_any(et_tensor *self, et_tensor **result);
ET_API et_status et_any_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result);
ET_API et_status et_norm(et_tensor *self, double p, et_tensor **result);
ET_API et_status et_norm_dim(et_tensor *self, int64_t dim, int32_t keepdim, double p, et_tensor **result);
ET_API et_status et_topk(et_tensor *self, int64_t k, int64_t dim, int32_t largest, int32_t sorted, et_tensor **values,
                         et_tensor **indices);
ET_API et_status et_sort(et_tensor *self, int64_t dim, int32_t descending, int32_t stable, et_tensor **values,
                         et_tensor **indices);
ET_API et_status et_softmax(et_tensor *self, int64_t dim, int32_t dtype, et_tensor **result);
ET_API et_status et_log_softmax(et_tensor *self, int64_t dim, int32_t dtype, et_tensor **result);
ET_API et_status et_cumsum(et_tensor *self, int64_t dim, int32_t dtype, et_tensor **result);
ET_API et_status et_bincount(et_tensor *self, et_tensor *weights, int64_t minlength, et_tensor **result);
// L2 or other norm over all gradients together; scales them down where it exceeds max_norm.
ET_API et_status et_clip_grad_norm_(et_tensor *const *parameters, int32_t count, double max_norm, double norm_type,
                                    double *norm);
