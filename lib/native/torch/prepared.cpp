// A convolution and the ReLU after it for inference, with weights that are laid out once. Where the shapes let it pay, a 3×3
// convolution in fp32 runs as Winograd's (winograd.h). Else oneDNN applies the ReLU while it writes: libtorch has this as
// operators without headers (mkldnn_prepacked), made for TorchScript's optimize_for_inference; they are called by name, and
// where a libtorch lacks them the plain operators run.
#include "boundary.h"
#include "nn.h"
#include "winograd.h"

#include <ATen/Context.h>
#include <ATen/autocast_mode.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>
#include <ATen/ops/conv2d.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <exception>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <vector>

using et::guarded;
using et::ints;
using et::returns;
using et::unwrap;
using et::unwrap_optional;

namespace {

struct Prepared {
  // oneDNN's, for one shape of input. None where it has no such convolution for this processor.
  at::IValue operation;
  // Or Winograd's, for every shape that is cut into tiles of this side. 0 for oneDNN's.
  at::Tensor filters;
  int64_t side;
  // What it was made of: held, so that another tensor can't take the address.
  at::Tensor weight;
  at::Tensor bias;
  uint32_t weight_version;
  uint32_t bias_version;
  std::vector<int64_t> input;
  at::ScalarType dtype;

  bool fits(const at::Tensor &shown, const at::Tensor &w, const at::Tensor &b, at::ScalarType wanted, int64_t tile_side) const {
    return weight.is_same(w) && bias.is_same(b) && weight_version == w._version() &&
           bias_version == (b.defined() ? b._version() : 0) && dtype == wanted && side == tile_side &&
           (side != 0 || shown.sizes() == at::IntArrayRef(input));
  }
};

// Threads that share a module share this; each keeps what it runs alive while another one replaces it.
struct Room {
  std::mutex mutex;
  std::shared_ptr<const Prepared> prepared;
};

Room *unwrap(et_prepared *handle) { return reinterpret_cast<Room *>(handle); }

// No compiler checks a call by name: an operator that takes anything else than `types` counts as absent.
et::optional<c10::OperatorHandle> find(const char *name, std::initializer_list<const char *> types) {
  et::optional<c10::OperatorHandle> found = c10::Dispatcher::singleton().findSchema({name, ""});
  const auto takes = [&](const std::vector<c10::Argument> &arguments) {
    return std::equal(arguments.begin(), arguments.end(), types.begin(), types.end(),
                      [](const c10::Argument &argument, const char *type) { return argument.type()->str() == type; });
  };
  return found && takes(found->schema().arguments()) ? found : et::optional<c10::OperatorHandle>();
}

struct Operators {
  et::optional<c10::OperatorHandle> prepare =
      find("mkldnn_prepacked::conv2d_prepack", {"Tensor", "Tensor?", "int[]", "int[]", "int[]", "int", "int[]", "str"});
  et::optional<c10::OperatorHandle> run =
      find("mkldnn_prepacked::conv2d_run", {"Tensor", "__torch__.torch.classes.mkldnn.ConvOpContext"});
};

const Operators &operators() {
  static const Operators found;
  return found;
}

at::ScalarType computed_in() {
#if ET_TORCH_AT_LEAST(2, 4)
  return at::autocast::is_autocast_enabled(at::kCPU) ? at::autocast::get_autocast_dtype(at::kCPU) : at::kFloat;
#else
  return at::autocast::is_cpu_enabled() ? at::autocast::get_autocast_cpu_dtype() : at::kFloat;
#endif
}

bool is_dense_float(const at::Tensor &tensor) {
  return tensor.device().is_cpu() && tensor.layout() == at::kStrided && tensor.scalar_type() == at::kFloat;
}

bool can_prepare(const at::Tensor &input, const at::Tensor &weight, const at::Tensor &bias) {
  const bool input_fits = is_dense_float(input) || (input.device().is_cpu() && input.layout() == at::kStrided &&
                                                    input.scalar_type() == at::kBFloat16 && computed_in() == at::kBFloat16);
  // An inference tensor counts no versions: a change to it could not be seen.
  const auto parameter_fits = [](const at::Tensor &p) { return is_dense_float(p) && !p.is_inference(); };
  return !c10::GradMode::is_enabled() && at::globalContext().userEnabledMkldnn() && operators().prepare && operators().run &&
         input.dim() == 4 && input.numel() > 0 && weight.dim() == 4 && input_fits && parameter_fits(weight) &&
         (!bias.defined() || parameter_fits(bias)) && (computed_in() == at::kFloat || computed_in() == at::kBFloat16);
}

// The operators don't ask whether it all fits together; the plain convolution does, and says what does not.
bool shapes_agree(const at::Tensor &input, const at::Tensor &weight, const at::Tensor &bias, at::IntArrayRef stride,
                  at::IntArrayRef padding, at::IntArrayRef dilation, int64_t groups) {
  for (size_t i : {0, 1}) {
    const auto side = static_cast<int64_t>(2 + i);
    if (stride[i] < 1 || padding[i] < 0 || dilation[i] < 1 ||
        input.size(side) + 2 * padding[i] <= dilation[i] * (weight.size(side) - 1))
      return false;
  }
  return groups > 0 && weight.numel() > 0 && weight.size(0) % groups == 0 && input.size(1) == groups * weight.size(1) &&
         (!bias.defined() || (bias.dim() == 1 && bias.size(0) == weight.size(0)));
}

// A deterministic run keeps to libtorch's own convolutions: whether Winograd's pays depends on processor and batch size.
int64_t winograd_side(const at::Tensor &input, const at::Tensor &weight, at::IntArrayRef stride, at::IntArrayRef padding,
                      at::IntArrayRef dilation, int64_t groups) {
  return computed_in() != at::kFloat || at::globalContext().deterministicAlgorithms()
             ? 0
             : et::winograd::tile_side(input, weight, stride, padding, dilation, groups);
}

at::IValue call(const c10::OperatorHandle &operation, torch::jit::Stack stack) {
  operation.callBoxed(&stack);
  return std::move(stack.at(0));
}

std::shared_ptr<const Prepared> prepare(const at::Tensor &input, const at::Tensor &weight, const at::Tensor &bias,
                                        at::IntArrayRef stride, at::IntArrayRef padding, at::IntArrayRef dilation,
                                        int64_t groups, int64_t side) {
  const auto dtype = computed_in();
  const auto cast = [&](const at::Tensor &p) { return p.defined() ? at::IValue(p.detach().to(dtype)) : at::IValue(); };
  at::IValue operation;
  at::Tensor filters;
  if (side != 0)
    filters = et::winograd::prepare(weight, side);
  else
    try {
      operation = call(*operators().prepare, {cast(weight), cast(bias), at::IValue(stride), at::IValue(padding), at::IValue(dilation),
                                              at::IValue(groups), at::IValue(input.sizes()), at::IValue("relu")});
    } catch (const std::exception &) {
      // bf16 on a processor without it, for one.
    }
  return std::make_shared<const Prepared>(Prepared{std::move(operation), std::move(filters), side, weight, bias,
                                             static_cast<uint32_t>(weight._version()),
                                             bias.defined() ? static_cast<uint32_t>(bias._version()) : 0u,
                                             input.sizes().vec(), dtype});
}

} // namespace

et_status et_conv2d_relu(et_tensor *input, et_tensor *weight, et_tensor *bias, const int64_t *stride,
                         const int64_t *padding, const int64_t *dilation, int64_t groups, et_prepared *prepared,
                         et_tensor **result) {
  return returns(result, [&] {
    const auto &x = unwrap(input);
    const auto &w = unwrap(weight);
    const auto b = bias == nullptr ? at::Tensor() : unwrap(bias);
    const auto plain = [&] {
      return at::conv2d(x, w, unwrap_optional(bias), ints(stride, 2), ints(padding, 2), ints(dilation, 2), groups).relu_();
    };
    if (!can_prepare(x, w, b) || !shapes_agree(x, w, b, ints(stride, 2), ints(padding, 2), ints(dilation, 2), groups))
      return plain();
    const auto side = winograd_side(x, w, ints(stride, 2), ints(padding, 2), ints(dilation, 2), groups);
    auto &room = *unwrap(prepared);
    std::shared_ptr<const Prepared> ready;
    {
      std::lock_guard<std::mutex> lock(room.mutex);
      if (!room.prepared || !room.prepared->fits(x, w, b, computed_in(), side))
        room.prepared = prepare(x, w, b, ints(stride, 2), ints(padding, 2), ints(dilation, 2), groups, side);
      ready = room.prepared;
    }
    if (side != 0)
      return et::winograd::convolve_relu(x, ready->filters, b, w.size(0), side);
    return ready->operation.isNone() ? plain() : call(*operators().run, {x.to(ready->dtype), ready->operation}).toTensor();
  });
}

et_status et_prepared_new(et_prepared **result) {
  return guarded([&] { *result = reinterpret_cast<et_prepared *>(new Room()); });
}

et_status et_prepared_free(et_prepared *self) {
  return guarded([&] { delete unwrap(self); });
}
