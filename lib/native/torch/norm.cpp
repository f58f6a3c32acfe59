#include "norm.h"
#include "boundary.h"
#include "clones.h"

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>
#include <vector>

// A convolution's output with the channels innermost is a matrix of M = N·H·W rows and C columns, and batch norm is
// arithmetic on its columns. Doing it here saves the passes over memory that ReLU and its gradient need: the gradient's
// mask is computed from the input, not read back.
namespace {

using et::bf16;

constexpr int64_t kChunk = 512; // Rows per partial sum: fixed, so that sums do not depend on the thread count.

inline float load(const float *p, int64_t i) { return p[i]; }
inline float load(const bf16 *p, int64_t i) { return et::to_float(p[i]); }
inline void store(float *p, int64_t i, float value) { p[i] = value; }
inline void store(bf16 *p, int64_t i, float value) { p[i] = et::to_bf16(value); }

// first[c] += Σ (x - origin), second[c] += Σ (x - origin)²: shifted, so that nothing cancels.
template <typename T>
ET_INLINE void sums(const T *x, int64_t rows, int64_t columns, const float *__restrict origin, float *__restrict first,
                    float *__restrict second) {
  int64_t r = 0;
  for (; r + 4 <= rows; r += 4, x += 4 * columns) {
    const T *x1 = x + columns, *x2 = x1 + columns, *x3 = x2 + columns;
    for (int64_t c = 0; c < columns; c++) {
      float a = load(x, c) - origin[c], b = load(x1, c) - origin[c];
      float d = load(x2, c) - origin[c], e = load(x3, c) - origin[c];
      first[c] += (a + b) + (d + e);
      second[c] += (a * a + b * b) + (d * d + e * e);
    }
  }
  for (; r < rows; r++, x += columns)
    for (int64_t c = 0; c < columns; c++) {
      float a = load(x, c) - origin[c];
      first[c] += a;
      second[c] += a * a;
    }
}

template <typename T>
ET_INLINE void apply(const T *__restrict x, T *__restrict y, int64_t rows, int64_t columns,
                     const float *__restrict scale, const float *__restrict shift, bool relu) {
  const float floor = relu ? 0.0f : -INFINITY;
  for (int64_t r = 0; r < rows; r++, x += columns, y += columns)
    for (int64_t c = 0; c < columns; c++) {
      float value = load(x, c) * scale[c] + shift[c];
      store(y, c, value < floor ? floor : value);
    }
}

// first[c] += Σ g, second[c] += Σ g·(x - mean), where g is the gradient behind the ReLU.
template <typename T>
ET_INLINE void gradient_sums(const T *x, const T *g, int64_t rows, int64_t columns, const float *__restrict mean,
                             const float *__restrict scale, const float *__restrict shift, float *__restrict first,
                             float *__restrict second, bool relu) {
  const float floor = relu ? 0.0f : -INFINITY;
  int64_t r = 0;
  for (; r + 2 <= rows; r += 2, x += 2 * columns, g += 2 * columns) {
    const T *x1 = x + columns, *g1 = g + columns;
    for (int64_t c = 0; c < columns; c++) {
      float a = load(x, c), b = load(x1, c);
      float d = a * scale[c] + shift[c] > floor ? load(g, c) : 0.0f;
      float e = b * scale[c] + shift[c] > floor ? load(g1, c) : 0.0f;
      first[c] += d + e;
      second[c] += d * (a - mean[c]) + e * (b - mean[c]);
    }
  }
  for (; r < rows; r++, x += columns, g += columns)
    for (int64_t c = 0; c < columns; c++) {
      float a = load(x, c);
      float d = a * scale[c] + shift[c] > floor ? load(g, c) : 0.0f;
      first[c] += d;
      second[c] += d * (a - mean[c]);
    }
}

// dx = p·g + q·x + s
template <typename T>
ET_INLINE void gradient(const T *__restrict x, const T *__restrict g, T *__restrict dx, int64_t rows, int64_t columns,
                        const float *__restrict scale, const float *__restrict shift, const float *__restrict p,
                        const float *__restrict q, const float *__restrict s, bool relu) {
  const float floor = relu ? 0.0f : -INFINITY;
  for (int64_t r = 0; r < rows; r++, x += columns, g += columns, dx += columns)
    for (int64_t c = 0; c < columns; c++) {
      float a = load(x, c);
      float d = a * scale[c] + shift[c] > floor ? load(g, c) : 0.0f;
      store(dx, c, p[c] * d + q[c] * a + s[c]);
    }
}

#define ET_KERNELS(T)                                                                                                  \
  ET_CLONES void run_sums(const T *x, int64_t rows, int64_t columns, const float *origin, float *first,                \
                          float *second) {                                                                             \
    sums(x, rows, columns, origin, first, second);                                                                     \
  }                                                                                                                    \
  ET_CLONES void run_apply(const T *x, T *y, int64_t rows, int64_t columns, const float *scale, const float *shift,    \
                           bool relu) {                                                                                \
    apply(x, y, rows, columns, scale, shift, relu);                                                                    \
  }                                                                                                                    \
  ET_CLONES void run_gradient_sums(const T *x, const T *g, int64_t rows, int64_t columns, const float *mean,           \
                                   const float *scale, const float *shift, float *first, float *second, bool relu) {   \
    gradient_sums(x, g, rows, columns, mean, scale, shift, first, second, relu);                                       \
  }                                                                                                                    \
  ET_CLONES void run_gradient(const T *x, const T *g, T *dx, int64_t rows, int64_t columns, const float *scale,        \
                              const float *shift, const float *p, const float *q, const float *s, bool relu) {         \
    gradient(x, g, dx, rows, columns, scale, shift, p, q, s, relu);                                                    \
  }
ET_KERNELS(float)
ET_KERNELS(bf16)
#undef ET_KERNELS

template <typename T> T *data(const at::Tensor &tensor) { return static_cast<T *>(tensor.data_ptr()); }

struct Columns {
  std::vector<double> first, second;
};

// Column sums in chunks of fixed size: floats within a chunk, doubles over the chunks in their order.
template <typename Body> Columns column_sums(int64_t rows, int64_t columns, Body &&body) {
  const int64_t chunks = (rows + kChunk - 1) / kChunk;
  std::vector<float> partial(static_cast<size_t>(2 * chunks * columns), 0.0f);
  at::parallel_for(0, chunks, std::max<int64_t>(1, 32768 / (kChunk * columns)), [&](int64_t begin, int64_t end) {
    for (int64_t chunk = begin; chunk < end; chunk++) {
      float *first = partial.data() + 2 * chunk * columns;
      body(chunk * kChunk, std::min(kChunk, rows - chunk * kChunk), first, first + columns);
    }
  });
  Columns totals{std::vector<double>(static_cast<size_t>(columns), 0.0),
                 std::vector<double>(static_cast<size_t>(columns), 0.0)};
  for (int64_t chunk = 0; chunk < chunks; chunk++)
    for (int64_t c = 0; c < columns; c++) {
      totals.first[c] += partial[(2 * chunk) * columns + c];
      totals.second[c] += partial[(2 * chunk + 1) * columns + c];
    }
  return totals;
}

template <typename Body> void over_rows(int64_t rows, int64_t columns, Body &&body) {
  at::parallel_for(0, rows, std::max<int64_t>(1, 32768 / columns),
                   [&](int64_t begin, int64_t end) { body(begin, end - begin); });
}

struct Affine {
  at::Tensor scale, shift;
};

at::Tensor per_channel(int64_t columns) { return at::empty({columns}, at::TensorOptions().dtype(at::kFloat)); }

Affine affine(const float *mean, const float *inverse, const at::Tensor &weight, const at::Tensor &bias) {
  const int64_t columns = weight.numel();
  Affine result{per_channel(columns), per_channel(columns)};
  const float *w = data<float>(weight), *b = data<float>(bias);
  for (int64_t c = 0; c < columns; c++) {
    float scale = w[c] * inverse[c];
    data<float>(result.scale)[c] = scale;
    data<float>(result.shift)[c] = b[c] - mean[c] * scale;
  }
  return result;
}

template <typename T> at::Tensor normalised(const at::Tensor &input, const Affine &by, bool relu) {
  auto output = at::empty_like(input);
  const int64_t columns = by.scale.numel(), rows = input.numel() / columns;
  over_rows(rows, columns, [&](int64_t begin, int64_t count) {
    run_apply(data<T>(input) + begin * columns, data<T>(output) + begin * columns, count, columns,
              data<float>(by.scale), data<float>(by.shift), relu);
  });
  return output;
}

at::Tensor normalised(const at::Tensor &input, const Affine &by, bool relu) {
  return input.scalar_type() == at::kFloat ? normalised<float>(input, by, relu) : normalised<bf16>(input, by, relu);
}

template <typename T> void statistics(const at::Tensor &input, at::Tensor &mean, at::Tensor &variance) {
  const int64_t columns = mean.numel(), rows = input.numel() / columns;
  const T *x = data<T>(input);
  std::vector<float> origin(static_cast<size_t>(columns));
  for (int64_t c = 0; c < columns; c++)
    origin[c] = load(x, c);
  auto totals = column_sums(rows, columns, [&](int64_t begin, int64_t count, float *first, float *second) {
    run_sums(x + begin * columns, count, columns, origin.data(), first, second);
  });
  for (int64_t c = 0; c < columns; c++) {
    double offset = totals.first[c] / rows;
    data<float>(mean)[c] = static_cast<float>(origin[c] + offset);
    data<float>(variance)[c] = static_cast<float>(std::max(0.0, totals.second[c] / rows - offset * offset));
  }
}

template <typename T>
std::vector<at::Tensor> gradients(const at::Tensor &input, const at::Tensor &grad, const at::Tensor &mean,
                                  const at::Tensor &inverse, const at::Tensor &weight, const at::Tensor &bias,
                                  bool relu) {
  const int64_t columns = mean.numel(), rows = input.numel() / columns;
  const T *x = data<T>(input), *g = data<T>(grad);
  auto by = affine(data<float>(mean), data<float>(inverse), weight, bias);
  const float *scale = data<float>(by.scale), *shift = data<float>(by.shift);
  auto totals = column_sums(rows, columns, [&](int64_t begin, int64_t count, float *first, float *second) {
    run_gradient_sums(x + begin * columns, g + begin * columns, count, columns, data<float>(mean), scale, shift, first,
                      second, relu);
  });
  auto weight_grad = per_channel(columns), bias_grad = per_channel(columns);
  std::vector<float> q(static_cast<size_t>(columns)), s(static_cast<size_t>(columns));
  for (int64_t c = 0; c < columns; c++) {
    const double i = data<float>(inverse)[c], m = data<float>(mean)[c];
    data<float>(bias_grad)[c] = static_cast<float>(totals.first[c]);
    data<float>(weight_grad)[c] = static_cast<float>(totals.second[c] * i);
    const double slope = -scale[c] * i * i * totals.second[c] / rows;
    q[c] = static_cast<float>(slope);
    s[c] = static_cast<float>(-scale[c] * totals.first[c] / rows - slope * m);
  }
  auto input_grad = at::empty_like(input);
  over_rows(rows, columns, [&](int64_t begin, int64_t count) {
    run_gradient(x + begin * columns, g + begin * columns, data<T>(input_grad) + begin * columns, count, columns, scale,
                 shift, scale, q.data(), s.data(), relu);
  });
  return {input_grad, weight_grad, bias_grad};
}

bool columns_innermost(const at::Tensor &tensor) {
  return tensor.dim() == 2 ? tensor.is_contiguous()
                           : tensor.dim() == 4 && tensor.is_contiguous(at::MemoryFormat::ChannelsLast);
}

at::Tensor innermost(const at::Tensor &tensor) {
  return tensor.dim() == 2 ? tensor.contiguous() : tensor.contiguous(at::MemoryFormat::ChannelsLast);
}

struct TrainingNorm : torch::autograd::Function<TrainingNorm> {
  static at::Tensor forward(torch::autograd::AutogradContext *context, const at::Tensor &input,
                            const at::Tensor &weight, const at::Tensor &bias, const at::Tensor &running_mean,
                            const at::Tensor &running_var, double momentum, double eps, bool relu) {
    const int64_t columns = input.size(1), rows = input.numel() / columns;
    auto mean = per_channel(columns), variance = per_channel(columns);
    if (input.scalar_type() == at::kFloat)
      statistics<float>(input, mean, variance);
    else
      statistics<bf16>(input, mean, variance);
    auto inverse = per_channel(columns);
    float *keep_mean = running_mean.defined() ? data<float>(running_mean) : nullptr;
    float *keep_var = running_var.defined() ? data<float>(running_var) : nullptr;
    const double unbiased = rows > 1 ? static_cast<double>(rows) / static_cast<double>(rows - 1) : 1.0;
    for (int64_t c = 0; c < columns; c++) {
      const double m = data<float>(mean)[c], v = data<float>(variance)[c];
      data<float>(inverse)[c] = static_cast<float>(1.0 / std::sqrt(v + eps));
      if (keep_mean != nullptr)
        keep_mean[c] = static_cast<float>((1 - momentum) * keep_mean[c] + momentum * m);
      if (keep_var != nullptr)
        keep_var[c] = static_cast<float>((1 - momentum) * keep_var[c] + momentum * v * unbiased);
    }
    context->save_for_backward({input, weight, bias, mean, inverse});
    context->saved_data["relu"] = relu;
    return normalised(input, affine(data<float>(mean), data<float>(inverse), weight, bias), relu);
  }

  static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                 torch::autograd::variable_list outputs) {
    auto saved = context->get_saved_variables();
    auto &input = saved[0];
    const bool relu = context->saved_data["relu"].toBool();
    auto grad = innermost(outputs[0].to(input.scalar_type()));
    auto result = input.scalar_type() == at::kFloat
                      ? gradients<float>(input, grad, saved[3], saved[4], saved[1], saved[2], relu)
                      : gradients<bf16>(input, grad, saved[3], saved[4], saved[1], saved[2], relu);
    return {result[0], result[1], result[2], at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor()};
  }
};

bool plain_floats(const et::optional<at::Tensor> &tensor) {
  return tensor.has_value() && tensor->is_cpu() && tensor->scalar_type() == at::kFloat && tensor->is_contiguous();
}

bool ours(const at::Tensor &input, const et::optional<at::Tensor> &weight, const et::optional<at::Tensor> &bias,
          const et::optional<at::Tensor> &mean, const et::optional<at::Tensor> &var) {
  return input.is_cpu() && (input.scalar_type() == at::kFloat || input.scalar_type() == at::kBFloat16) &&
         columns_innermost(input) && input.numel() > input.size(1) && plain_floats(weight) && plain_floats(bias) &&
         weight->numel() == input.size(1) && (!mean.has_value() || plain_floats(mean)) &&
         (!var.has_value() || plain_floats(var)) && mean.has_value() == var.has_value();
}

} // namespace

et_status et_batch_norm(et_tensor *input, et_tensor *running_mean, et_tensor *running_var, et_tensor *weight,
                        et_tensor *bias, int32_t training, double momentum, double eps, int32_t relu,
                        et_tensor **result) {
  return et::returns(result, [&] {
    auto &x = et::unwrap(input);
    auto w = et::unwrap_optional(weight), b = et::unwrap_optional(bias);
    auto mean = et::unwrap_optional(running_mean), var = et::unwrap_optional(running_var);
    if (ours(x, w, b, mean, var)) {
      if (training != 0)
        return TrainingNorm::apply(x, *w, *b, mean.value_or(at::Tensor()), var.value_or(at::Tensor()), momentum, eps,
                                   relu != 0);
      if (!at::GradMode::is_enabled() && mean.has_value()) {
        auto inverse = per_channel(x.size(1));
        for (int64_t c = 0; c < x.size(1); c++)
          data<float>(inverse)[c] = static_cast<float>(1.0 / std::sqrt(data<float>(*var)[c] + eps));
        return normalised(x, affine(data<float>(*mean), data<float>(inverse), *w, *b), relu != 0);
      }
    }
    auto output = at::batch_norm(x, w, b, mean, var, training != 0, momentum, eps, true);
    if (relu != 0)
      output.relu_();
    return output;
  });
}
