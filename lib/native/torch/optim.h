// One optimizer step over all parameters of a group. Parameters without a gradient are left alone.
#pragma once

#include "types.h"

ET_API et_status et_zero_grads(et_tensor *const *parameters, int32_t count);

// buffers[i] is the momentum buffer, created here (a handle that the caller owns) where it is null and needed.
ET_API et_status et_sgd_step(et_tensor *const *parameters, et_tensor **buffers, int32_t count, double lr,
                             double momentum, double dampening, double weight_decay, int32_t nesterov,
                             int32_t maximize);

// steps[i] counts the parameter's steps. max_exp_avg_sqs is read only with amsgrad.
// decoupled 0: Adam (decay added to the gradient), 1: AdamW (decay of the weights).
ET_API et_status et_adam_step(et_tensor *const *parameters, et_tensor *const *exp_avgs, et_tensor *const *exp_avg_sqs,
                              et_tensor *const *max_exp_avg_sqs, int64_t *steps, int32_t count, double lr, double beta1,
                              double beta2, double eps, double weight_decay, int32_t decoupled, int32_t amsgrad,
                              int32_t maximize);
