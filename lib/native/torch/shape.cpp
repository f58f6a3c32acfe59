#include "shape.h"
#include "boundary.h"

using et::ints;
using et::returns;
using et::unwrap;

et_status et_reshape(et_tensor *self, const int64_t *sizes, int32_t count, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).reshape(ints(sizes, count)); });
}

et_status et_flatten(et_tensor *self, int64_t start_dim, int64_t end_dim, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).flatten(start_dim, end_dim); });
}

et_status et_permute(et_tensor *self, const int64_t *dims, int32_t count, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).permute(ints(dims, count)); });
}

et_status et_transpose(et_tensor *self, int64_t dim0, int64_t dim1, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).transpose(dim0, dim1); });
}

et_status et_narrow(et_tensor *self, int64_t dim, int64_t start, int64_t length, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).narrow(dim, start, length); });
}

et_status et_flip(et_tensor *self, const int64_t *dims, int32_t count, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).flip(ints(dims, count)); });
}

et_status et_index_select(et_tensor *self, int64_t dim, et_tensor *index, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).index_select(dim, unwrap(index)); });
}

et_status et_index_copy(et_tensor *self, int64_t dim, et_tensor *index, et_tensor *source, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).index_copy(dim, unwrap(index), unwrap(source)); });
}

et_status et_bmm(et_tensor *self, et_tensor *other, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).bmm(unwrap(other)); });
}
