// Shapes, indices, joining; matrix products.
#pragma once

#include "types.h"

// Views where libtorch gives a view.
ET_API et_status et_view(et_tensor *self, const int64_t *sizes, int32_t count, et_tensor **result);
ET_API et_status et_reshape(et_tensor *self, const int64_t *sizes, int32_t count, et_tensor **result);
ET_API et_status et_flatten(et_tensor *self, int64_t start_dim, int64_t end_dim, et_tensor **result);
ET_API et_status et_permute(et_tensor *self, const int64_t *dims, int32_t count, et_tensor **result);
ET_API et_status et_transpose(et_tensor *self, int64_t dim0, int64_t dim1, et_tensor **result);
ET_API et_status et_t(et_tensor *self, et_tensor **result);
ET_API et_status et_unsqueeze(et_tensor *self, int64_t dim, et_tensor **result);
ET_API et_status et_squeeze(et_tensor *self, et_tensor **result);
ET_API et_status et_squeeze_dim(et_tensor *self, int64_t dim, et_tensor **result);
ET_API et_status et_expand(et_tensor *self, const int64_t *sizes, int32_t count, et_tensor **result);
ET_API et_status et_narrow(et_tensor *self, int64_t dim, int64_t start, int64_t length, et_tensor **result);
ET_API et_status et_select(et_tensor *self, int64_t dim, int64_t index, et_tensor **result);
ET_API et_status et_slice(et_tensor *self, int64_t dim, int64_t start, int64_t stop, int64_t step, et_tensor **result);
// Copies.
ET_API et_status et_flip(et_tensor *self, const int64_t *dims, int32_t count, et_tensor **result);
ET_API et_status et_roll(et_tensor *self, const int64_t *shifts, int32_t shift_count, const int64_t *dims,
                         int32_t dim_count, et_tensor **result);
ET_API et_status et_repeat(et_tensor *self, const int64_t *sizes, int32_t count, et_tensor **result);
ET_API et_status et_index_select(et_tensor *self, int64_t dim, et_tensor *index, et_tensor **result);
ET_API et_status et_gather(et_tensor *self, int64_t dim, et_tensor *index, et_tensor **result);
ET_API et_status et_masked_select(et_tensor *self, et_tensor *mask, et_tensor **result);
ET_API et_status et_cat(et_tensor *const *tensors, int32_t count, int64_t dim, et_tensor **result);
ET_API et_status et_stack(et_tensor *const *tensors, int32_t count, int64_t dim, et_tensor **result);
// Products.
ET_API et_status et_matmul(et_tensor *self, et_tensor *other, et_tensor **result);
ET_API et_status et_mm(et_tensor *self, et_tensor *other, et_tensor **result);
