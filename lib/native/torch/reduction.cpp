#include "reduction.h"
#include "boundary.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/stack.h>

using et::guarded;
using et::ints;
using et::optional_dtype;
using et::returns;
using et::returns_pair;
using et::unwrap;
using et::unwrap_optional;

namespace {

double clip_grad_norm(et_tensor *const *parameters, int32_t count, double max_norm, double norm_type) {
  at::NoGradGuard no_grad;
  std::vector<at::Tensor> grads, norms;
  for (int32_t i = 0; i < count; i++) {
    auto &grad = unwrap(parameters[i]).mutable_grad();
    if (grad.defined()) {
      grads.push_back(grad);
      norms.push_back(at::linalg_vector_norm(grad, norm_type));
    }
  }
  if (grads.empty())
    return 0;
  auto total = at::linalg_vector_norm(at::stack(norms), norm_type).item<double>();
  auto scale = max_norm / (total + 1e-6);
  if (scale < 1)
    for (auto &grad : grads)
      grad.mul_(scale);
  return total;
}

} // namespace

et_status et_sum(et_tensor *self, int32_t dtype, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sum(optional_dtype(dtype)); });
}

et_status et_sum_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, int32_t dtype,
                      et_tensor **result) {
  return returns(result, [&] { return unwrap(self).sum(ints(dims, count), keepdim != 0, optional_dtype(dtype)); });
}

et_status et_mean(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).mean(); });
}

et_status et_mean_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, int32_t dtype,
                       et_tensor **result) {
  return returns(result, [&] { return unwrap(self).mean(ints(dims, count), keepdim != 0, optional_dtype(dtype)); });
}

et_status et_var(et_tensor *self, int32_t unbiased, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).var(unbiased != 0); });
}

et_status et_var_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t unbiased, int32_t keepdim,
                      et_tensor **result) {
  return returns(result, [&] { return unwrap(self).var(ints(dims, count), unbiased != 0, keepdim != 0); });
}

et_status et_std(et_tensor *self, int32_t unbiased, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).std(unbiased != 0); });
}

et_status et_std_dims(et_tensor *self, const int64_t *dims, int32_t count, int32_t unbiased, int32_t keepdim,
                      et_tensor **result) {
  return returns(result, [&] { return unwrap(self).std(ints(dims, count), unbiased != 0, keepdim != 0); });
}

et_status et_amax(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).amax(ints(dims, count), keepdim != 0); });
}

et_status et_amin(et_tensor *self, const int64_t *dims, int32_t count, int32_t keepdim, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).amin(ints(dims, count), keepdim != 0); });
}

et_status et_max(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).max(); });
}

et_status et_max_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **values, et_tensor **indices) {
  return returns_pair(values, indices, [&] { return unwrap(self).max(dim, keepdim != 0); });
}

et_status et_min(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).min(); });
}

et_status et_min_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **values, et_tensor **indices) {
  return returns_pair(values, indices, [&] { return unwrap(self).min(dim, keepdim != 0); });
}

et_status et_argmax(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).argmax(); });
}

et_status et_argmax_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).argmax(dim, keepdim != 0); });
}

et_status et_argmin(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).argmin(); });
}

et_status et_argmin_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).argmin(dim, keepdim != 0); });
}

et_status et_all(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).all(); });
}

et_status et_all_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).all(dim, keepdim != 0); });
}

et_status et_any(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).any(); });
}

et_status et_any_dim(et_tensor *self, int64_t dim, int32_t keepdim, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).any(dim, keepdim != 0); });
}

et_status et_norm(et_tensor *self, double p, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).norm(p); });
}

et_status et_norm_dim(et_tensor *self, int64_t dim, int32_t keepdim, double p, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).norm(p, dim, keepdim != 0); });
}

et_status et_topk(et_tensor *self, int64_t k, int64_t dim, int32_t largest, int32_t sorted, et_tensor **values,
                  et_tensor **indices) {
  return returns_pair(values, indices, [&] { return unwrap(self).topk(k, dim, largest != 0, sorted != 0); });
}

et_status et_sort(et_tensor *self, int64_t dim, int32_t descending, int32_t stable, et_tensor **values,
                  et_tensor **indices) {
  return returns_pair(values, indices, [&] { return unwrap(self).sort(stable != 0, dim, descending != 0); });
}

et_status et_softmax(et_tensor *self, int64_t dim, int32_t dtype, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).softmax(dim, optional_dtype(dtype)); });
}

et_status et_log_softmax(et_tensor *self, int64_t dim, int32_t dtype, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).log_softmax(dim, optional_dtype(dtype)); });
}

et_status et_cumsum(et_tensor *self, int64_t dim, int32_t dtype, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).cumsum(dim, optional_dtype(dtype)); });
}

et_status et_bincount(et_tensor *self, et_tensor *weights, int64_t minlength, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).bincount(unwrap_optional(weights), minlength); });
}

et_status et_clip_grad_norm_(et_tensor *const *parameters, int32_t count, double max_norm, double norm_type,
                             double *norm) {
  return guarded([&] { *norm = clip_grad_norm(parameters, count, max_norm, norm_type); });
}
