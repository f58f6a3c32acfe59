#include "optim.h"
#include "boundary.h"
#include "clones.h"

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcdiv.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_div.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/_foreach_sqrt.h>
#include <ATen/ops/empty_strided.h>
#include <ATen/ops/maximum.h>
#include <ATen/ops/zeros_like.h>

#include <cmath>
#include <vector>

using et::guarded;
using et::unwrap;

namespace {

// Small parameters stay on the calling thread: waking the others costs more than they save.
constexpr int64_t kGrain = 32768;

struct Sgd {
  float lr, momentum, keep, take, weight_decay;
  bool nesterov;
};

struct Adam {
  // take = 1 - beta, rounded once: in floats 1 - 0.999 is off in the fifth digit.
  float step_size, beta1, take1, beta2, take2, eps, weight_decay, decay, root_correction2, sign;
};

ET_CLONES void sgd_plain(float *__restrict p, const float *__restrict g, int64_t n, Sgd o) {
  for (int64_t i = 0; i < n; i++)
    p[i] -= o.lr * (g[i] + o.weight_decay * p[i]);
}

ET_CLONES void sgd_momentum(float *__restrict p, const float *__restrict g, float *__restrict b, int64_t n, Sgd o) {
  const float keep = o.keep, take = o.take;
  if (o.nesterov) {
    for (int64_t i = 0; i < n; i++) {
      float d = g[i] + o.weight_decay * p[i];
      float m = keep * b[i] + take * d;
      b[i] = m;
      p[i] -= o.lr * (d + o.momentum * m);
    }
  } else {
    for (int64_t i = 0; i < n; i++) {
      float m = keep * b[i] + take * (g[i] + o.weight_decay * p[i]);
      b[i] = m;
      p[i] -= o.lr * m;
    }
  }
}

ET_CLONES void adam_plain(float *__restrict p, const float *__restrict g, float *__restrict m, float *__restrict v,
                          int64_t n, Adam o) {
  const float scale = 1.0f / o.root_correction2;
  for (int64_t i = 0; i < n; i++) {
    float w = p[i] * o.decay;
    float d = o.sign * g[i] + o.weight_decay * w;
    float a = o.beta1 * m[i] + o.take1 * d;
    float s = o.beta2 * v[i] + o.take2 * d * d;
    m[i] = a;
    v[i] = s;
    p[i] = w - o.step_size * a / (std::sqrt(s) * scale + o.eps);
  }
}

ET_CLONES void adam_amsgrad(float *__restrict p, const float *__restrict g, float *__restrict m, float *__restrict v,
                            float *__restrict x, int64_t n, Adam o) {
  const float scale = 1.0f / o.root_correction2;
  for (int64_t i = 0; i < n; i++) {
    float w = p[i] * o.decay;
    float d = o.sign * g[i] + o.weight_decay * w;
    float a = o.beta1 * m[i] + o.take1 * d;
    float s = o.beta2 * v[i] + o.take2 * d * d;
    float top = x[i] > s ? x[i] : s;
    m[i] = a;
    v[i] = s;
    x[i] = top;
    p[i] = w - o.step_size * a / (std::sqrt(top) * scale + o.eps);
  }
}

bool fusable(const at::Tensor &parameter, const at::Tensor &grad) {
  return parameter.is_cpu() && parameter.scalar_type() == at::kFloat && grad.is_cpu() &&
         grad.scalar_type() == at::kFloat && parameter.layout() == at::kStrided && grad.layout() == at::kStrided &&
         parameter.is_non_overlapping_and_dense();
}

// The loops walk memory, so that everything must be laid out as the parameter is.
at::Tensor laid_out_as(const at::Tensor &tensor, const at::Tensor &model) {
  if (tensor.strides() == model.strides())
    return tensor;
  auto copy = at::empty_strided(model.sizes(), model.strides(), tensor.options());
  return copy.copy_(tensor);
}

float *relay(at::Tensor &state, const at::Tensor &model) {
  if (state.strides() != model.strides())
    state.set_data(laid_out_as(state, model));
  return state.data_ptr<float>();
}

// Everything that is not dense fp32 on the CPU: libtorch's own operators over whole lists.
struct Lists {
  std::vector<at::Tensor> parameters, grads, first, second, third;
  std::vector<at::Scalar> step_sizes, root_corrections;
};

void sgd_lists(Lists &fresh, Lists &known, double lr, double momentum, double dampening, double weight_decay,
               bool nesterov) {
  for (auto *lists : {&fresh, &known}) {
    if (lists->parameters.empty())
      continue;
    auto grads = lists->grads;
    if (weight_decay != 0)
      grads = at::_foreach_add(grads, lists->parameters, weight_decay);
    if (momentum != 0) {
      if (lists == &fresh) {
        for (size_t i = 0; i < grads.size(); i++)
          lists->first[i].copy_(grads[i]);
      } else {
        at::_foreach_mul_(lists->first, momentum);
        at::_foreach_add_(lists->first, grads, 1 - dampening);
      }
      grads = nesterov ? at::_foreach_add(grads, lists->first, momentum) : lists->first;
    }
    at::_foreach_add_(lists->parameters, grads, -lr);
  }
}

void adam_lists(Lists &lists, double beta1, double beta2, double eps, double weight_decay, double decay,
                bool maximize) {
  if (lists.parameters.empty())
    return;
  auto grads = maximize ? at::_foreach_neg(lists.grads) : lists.grads;
  if (decay != 1)
    at::_foreach_mul_(lists.parameters, decay);
  if (weight_decay != 0)
    grads = at::_foreach_add(grads, lists.parameters, weight_decay);
  at::_foreach_mul_(lists.first, beta1);
  at::_foreach_add_(lists.first, grads, 1 - beta1);
  at::_foreach_mul_(lists.second, beta2);
  at::_foreach_addcmul_(lists.second, grads, grads, 1 - beta2);
  for (size_t i = 0; i < lists.third.size(); i++)
    lists.third[i].copy_(at::maximum(lists.third[i], lists.second[i]));
  auto denominators = at::_foreach_sqrt(lists.third.empty() ? lists.second : lists.third);
  at::_foreach_div_(denominators, lists.root_corrections);
  at::_foreach_add_(denominators, eps);
  at::_foreach_addcdiv_(lists.parameters, lists.first, denominators, lists.step_sizes);
}

} // namespace

et_status et_zero_grads(et_tensor *const *parameters, int32_t count) {
  return guarded([&] {
    at::NoGradGuard no_grad;
    for (int32_t i = 0; i < count; i++) {
      auto &grad = unwrap(parameters[i]).mutable_grad();
      if (grad.defined())
        grad.zero_();
    }
  });
}

et_status et_sgd_step(et_tensor *const *parameters, et_tensor **buffers, int32_t count, double lr, double momentum,
                      double dampening, double weight_decay, int32_t nesterov, int32_t maximize) {
  return guarded([&] {
    at::NoGradGuard no_grad;
    const double signed_lr = maximize != 0 ? -lr : lr;
    Lists fresh, known;
    for (int32_t i = 0; i < count; i++) {
      auto &parameter = unwrap(parameters[i]);
      auto grad = parameter.mutable_grad();
      if (!grad.defined())
        continue;
      const bool first = buffers[i] == nullptr;
      if (first && momentum != 0)
        buffers[i] = et::wrap(at::zeros_like(parameter));
      if (!fusable(parameter, grad)) {
        auto &lists = first ? fresh : known;
        lists.parameters.push_back(parameter);
        lists.grads.push_back(grad);
        if (momentum != 0)
          lists.first.push_back(unwrap(buffers[i]));
        continue;
      }
      // The very first step takes the gradient as it is, undamped.
      const Sgd options{static_cast<float>(signed_lr),
                        static_cast<float>(momentum),
                        first ? 0.0f : static_cast<float>(momentum),
                        first ? 1.0f : static_cast<float>(1 - dampening),
                        static_cast<float>(weight_decay),
                        nesterov != 0};
      const auto values = laid_out_as(grad, parameter);
      const float *g = values.data_ptr<float>();
      float *p = parameter.data_ptr<float>();
      float *b = momentum != 0 ? relay(unwrap(buffers[i]), parameter) : nullptr;
      at::parallel_for(0, parameter.numel(), kGrain, [&](int64_t begin, int64_t end) {
        if (b == nullptr)
          sgd_plain(p + begin, g + begin, end - begin, options);
        else
          sgd_momentum(p + begin, g + begin, b + begin, end - begin, options);
      });
      parameter.unsafeGetTensorImpl()->bump_version();
    }
    sgd_lists(fresh, known, signed_lr, momentum, dampening, weight_decay, nesterov != 0);
  });
}

et_status et_adam_step(et_tensor *const *parameters, et_tensor *const *exp_avgs, et_tensor *const *exp_avg_sqs,
                       et_tensor *const *max_exp_avg_sqs, int64_t *steps, int32_t count, double lr, double beta1,
                       double beta2, double eps, double weight_decay, int32_t decoupled, int32_t amsgrad,
                       int32_t maximize) {
  return guarded([&] {
    at::NoGradGuard no_grad;
    const double decay = decoupled != 0 ? 1 - lr * weight_decay : 1;
    const double penalty = decoupled != 0 ? 0 : weight_decay;
    Lists lists;
    for (int32_t i = 0; i < count; i++) {
      auto &parameter = unwrap(parameters[i]);
      auto grad = parameter.mutable_grad();
      if (!grad.defined())
        continue;
      steps[i]++;
      const double step_size = lr / (1 - std::pow(beta1, static_cast<double>(steps[i])));
      const double root_correction2 = std::sqrt(1 - std::pow(beta2, static_cast<double>(steps[i])));
      if (!fusable(parameter, grad)) {
        lists.parameters.push_back(parameter);
        lists.grads.push_back(grad);
        lists.first.push_back(unwrap(exp_avgs[i]));
        lists.second.push_back(unwrap(exp_avg_sqs[i]));
        if (amsgrad != 0)
          lists.third.push_back(unwrap(max_exp_avg_sqs[i]));
        lists.step_sizes.push_back(-step_size);
        lists.root_corrections.push_back(root_correction2);
        continue;
      }
      const Adam options{static_cast<float>(step_size),        static_cast<float>(beta1),
                         static_cast<float>(1 - beta1),        static_cast<float>(beta2),
                         static_cast<float>(1 - beta2),        static_cast<float>(eps),
                         static_cast<float>(penalty),          static_cast<float>(decay),
                         static_cast<float>(root_correction2), maximize != 0 ? -1.0f : 1.0f};
      const auto values = laid_out_as(grad, parameter);
      const float *g = values.data_ptr<float>();
      float *p = parameter.data_ptr<float>();
      float *m = relay(unwrap(exp_avgs[i]), parameter);
      float *v = relay(unwrap(exp_avg_sqs[i]), parameter);
      float *x = amsgrad == 0 ? nullptr : relay(unwrap(max_exp_avg_sqs[i]), parameter);
      at::parallel_for(0, parameter.numel(), kGrain, [&](int64_t begin, int64_t end) {
        if (x == nullptr)
          adam_plain(p + begin, g + begin, m + begin, v + begin, end - begin, options);
        else
          adam_amsgrad(p + begin, g + begin, m + begin, v + begin, x + begin, end - begin, options);
      });
      parameter.unsafeGetTensorImpl()->bump_version();
    }
    adam_lists(lists, beta1, beta2, eps, penalty, decay, maximize != 0);
  });
}
