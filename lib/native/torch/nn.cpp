#include "nn.h"
#include "boundary.h"

#include <ATen/ops/conv2d.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/dropout.h>
#include <ATen/ops/grid_sampler.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/max_pool2d.h>
#include <ATen/ops/pad.h>

using et::ints;
using et::returns;
using et::unwrap;
using et::unwrap_optional;

namespace {

at::Tensor pad(const at::Tensor &input, at::IntArrayRef pads, int32_t mode, double value) {
  switch (mode) {
  case 1:
    return at::pad(input, pads, "reflect");
  case 2:
    return at::pad(input, pads, "replicate");
  case 3:
    return at::pad(input, pads, "circular");
  default:
    return at::pad(input, pads, "constant", value);
  }
}

} // namespace

et_status et_conv2d(et_tensor *input, et_tensor *weight, et_tensor *bias, const int64_t *stride, const int64_t *padding,
                    const int64_t *dilation, int64_t groups, et_tensor **result) {
  return returns(result, [&] {
    return at::conv2d(unwrap(input), unwrap(weight), unwrap_optional(bias), ints(stride, 2), ints(padding, 2),
                      ints(dilation, 2), groups);
  });
}

et_status et_linear(et_tensor *input, et_tensor *weight, et_tensor *bias, et_tensor **result) {
  return returns(result, [&] { return at::linear(unwrap(input), unwrap(weight), unwrap_optional(bias)); });
}

et_status et_max_pool2d(et_tensor *input, const int64_t *kernel, const int64_t *stride, const int64_t *padding,
                        const int64_t *dilation, int32_t ceil_mode, et_tensor **result) {
  return returns(result, [&] {
    return at::max_pool2d(unwrap(input), ints(kernel, 2), ints(stride, 2), ints(padding, 2), ints(dilation, 2),
                          ceil_mode != 0);
  });
}

et_status et_dropout(et_tensor *input, double p, int32_t training, int32_t inplace, et_tensor **result) {
  return returns(result, [&] {
    return inplace != 0 ? at::Tensor(at::dropout_(unwrap(input), p, training != 0))
                        : at::dropout(unwrap(input), p, training != 0);
  });
}

et_status et_pad(et_tensor *input, const int64_t *pads, int32_t count, int32_t mode, double value, et_tensor **result) {
  return returns(result, [&] { return pad(unwrap(input), ints(pads, count), mode, value); });
}

et_status et_grid_sample(et_tensor *input, et_tensor *grid, int64_t mode, int64_t padding, int32_t align_corners,
                         et_tensor **result) {
  return returns(result,
                 [&] { return at::grid_sampler(unwrap(input), unwrap(grid), mode, padding, align_corners != 0); });
}

et_status et_cross_entropy(et_tensor *input, et_tensor *target, et_tensor *weight, int64_t reduction,
                           int64_t ignore_index, double label_smoothing, et_tensor **result) {
  return returns(result, [&] {
    return at::cross_entropy_loss(unwrap(input), unwrap(target), unwrap_optional(weight), reduction, ignore_index,
                                  label_smoothing);
  });
}
