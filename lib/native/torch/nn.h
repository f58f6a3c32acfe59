// Layers and losses.
#pragma once

#include "types.h"

// A null bias or weight is absent.
ET_API et_status et_conv2d(et_tensor *input, et_tensor *weight, et_tensor *bias, const int64_t *stride,
                           const int64_t *padding, const int64_t *dilation, int64_t groups, et_tensor **result);
// max(0, conv2d). Without gradients and on the CPU the weights are laid out for the engine once and kept in `prepared` for as
// long as weights, bias and the input's shape stay what they are. Several threads may share it.
ET_API et_status et_conv2d_relu(et_tensor *input, et_tensor *weight, et_tensor *bias, const int64_t *stride,
                                const int64_t *padding, const int64_t *dilation, int64_t groups, et_prepared *prepared,
                                et_tensor **result);
ET_API et_status et_prepared_new(et_prepared **result);
ET_API et_status et_prepared_free(et_prepared *self);
ET_API et_status et_linear(et_tensor *input, et_tensor *weight, et_tensor *bias, et_tensor **result);
ET_API et_status et_max_pool2d(et_tensor *input, const int64_t *kernel, const int64_t *stride, const int64_t *padding,
                               const int64_t *dilation, int32_t ceil_mode, et_tensor **result);
ET_API et_status et_dropout(et_tensor *input, double p, int32_t training, int32_t inplace, et_tensor **result);
// mode 1: reflect, 2: replicate, 3: circular, else constant.
ET_API et_status et_pad(et_tensor *input, const int64_t *pads, int32_t count, int32_t mode, double value,
                        et_tensor **result);
// mode 0: bilinear, 1: nearest. padding 0: zeros, 1: border, 2: reflection.
ET_API et_status et_grid_sample(et_tensor *input, et_tensor *grid, int64_t mode, int64_t padding, int32_t align_corners,
                                et_tensor **result);
// reduction 0: none, 1: mean, 2: sum.
ET_API et_status et_cross_entropy(et_tensor *input, et_tensor *target, et_tensor *weight, int64_t reduction,
                                  int64_t ignore_index, double label_smoothing, et_tensor **result);
