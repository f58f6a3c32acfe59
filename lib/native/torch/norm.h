// Batch normalisation, alone or with the ReLU after it.
#pragma once

#include "types.h"

// Null weight, bias or running statistics are absent. relu != 0: max(0, normalised).
// Dense CPU tensors with the channels innermost take our own kernels, all others libtorch's.
ET_API et_status et_batch_norm(et_tensor *input, et_tensor *running_mean, et_tensor *running_var, et_tensor *weight,
                               et_tensor *bias, int32_t training, double momentum, double eps, int32_t relu,
                               et_tensor **result);
