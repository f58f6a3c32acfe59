#include "reduction.h"
#include "boundary.h"

using et::ints;
using et::optional_dtype;
using et::returns;
using et::unwrap;

et_status et_sum(et_tensor *self, int32_t dtype, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sum(optional_dtype(dtype)); });
}

et_status et_sum_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, int32_t dtype,
                      et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sum(ints(dims, count), keepdim != 0, optional_dtype(dtype)); });
}

et_status et_argmax(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).argmax(); });
}

et_status et_argmax_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).argmax(dim, keepdim != 0); });
}

et_status et_softmax(et_tensor *self, int64_t dim, int32_t dtype, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).softmax(dim, optional_dtype(dtype)); });
}
