// Shapes and indices; matrix products.
#pragma once

#include "types.h"

// Views where libtorch gives a view.
ET_API et_status et_reshape(et_tensor *self, const int64_t *sizes, int32_t count, et_tensor **result);
ET_API et_status et_flatten(et_tensor *self, int64_t start_dim, int64_t end_dim, et_tensor **result);
ET_API et_status et_permute(et_tensor *self, const int64_t *dims, int32_t count, et_tensor **result);
ET_API et_status et_transpose(et_tensor *self, int64_t dim0, int64_t dim1, et_tensor **result);
ET_API et_status et_narrow(et_tensor *self, int64_t dim, int64_t start, int64_t length, et_tensor **result);
// Copies.
ET_API et_status et_flip(et_tensor *self, const int64_t *dims, int32_t count, et_tensor **result);
ET_API et_status et_index_select(et_tensor *self, int64_t dim, et_tensor *index, et_tensor **result);
// With `source` in the places of `index`.
ET_API et_status et_index_copy(et_tensor *self, int64_t dim, et_tensor *index, et_tensor *source, et_tensor **result);

// Products of matrices, one pair after the other: (B, N, M) and (B, M, P).
ET_API et_status et_bmm(et_tensor *self, et_tensor *other, et_tensor **result);
