#include "tensor.h"
#include "boundary.h"

#include <ATen/core/grad_mode.h>

using et::guarded;
using et::returns;
using et::unwrap;

namespace et {
void release(et_tensor *handle) noexcept;
}

namespace {

// With one channel (or one pixel) both layouts are the same memory, and `contiguous` changes nothing; but convolutions
// read the layout off the strides and would go on as if the channels were outermost.
at::Tensor channels_last(const at::Tensor &tensor) {
  auto dense = tensor.contiguous(at::MemoryFormat::ChannelsLast);
  if (dense.suggest_memory_format() == at::MemoryFormat::ChannelsLast)
    return dense;
  const int64_t channels = dense.size(1), height = dense.size(2), width = dense.size(3);
  return dense.as_strided(dense.sizes(), {height * width * channels, 1, width * channels, channels});
}

} // namespace

et_status et_tensor_free(et_tensor *self) {
  return guarded([&] { et::release(self); });
}

et_status et_tensor_alias(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return at::Tensor(unwrap(self)); });
}

et_status et_tensor_dim(et_tensor *self, int64_t *dim) {
  return guarded([&] { *dim = unwrap(self).dim(); });
}

et_status et_tensor_numel(et_tensor *self, int64_t *numel) {
  return guarded([&] { *numel = unwrap(self).numel(); });
}

et_status et_tensor_element_size(et_tensor *self, int64_t *size) {
  return guarded([&] { *size = static_cast<int64_t>(unwrap(self).element_size()); });
}

et_status et_tensor_size(et_tensor *self, int64_t dim, int64_t *size) {
  return guarded([&] { *size = unwrap(self).size(dim); });
}

et_status et_tensor_sizes(et_tensor *self, int64_t *sizes) {
  return guarded([&] {
    auto source = unwrap(self).sizes();
    std::copy(source.begin(), source.end(), sizes);
  });
}

et_status et_tensor_strides(et_tensor *self, int64_t *strides) {
  return guarded([&] {
    auto source = unwrap(self).strides();
    std::copy(source.begin(), source.end(), strides);
  });
}

et_status et_tensor_dtype(et_tensor *self, int32_t *dtype) {
  return guarded([&] { *dtype = static_cast<int32_t>(unwrap(self).scalar_type()); });
}

et_status et_tensor_device(et_tensor *self, int32_t *type, int32_t *index) {
  return guarded([&] {
    auto device = unwrap(self).device();
    *type = static_cast<int32_t>(device.type());
    *index = device.index();
  });
}

et_status et_tensor_is_contiguous(et_tensor *self, int32_t *value) {
  return guarded([&] { *value = unwrap(self).is_contiguous(); });
}

et_status et_tensor_is_leaf(et_tensor *self, int32_t *value) {
  return guarded([&] { *value = unwrap(self).is_leaf(); });
}

et_status et_tensor_requires_grad(et_tensor *self, int32_t *value) {
  return guarded([&] { *value = unwrap(self).requires_grad(); });
}

et_status et_tensor_set_requires_grad(et_tensor *self, int32_t value) {
  return guarded([&] { unwrap(self).set_requires_grad(value != 0); });
}

et_status et_tensor_data(et_tensor *self, void **data) {
  return guarded([&] { *data = unwrap(self).data_ptr(); });
}

et_status et_tensor_item(et_tensor *self, et_scalar *value) {
  return guarded([&] {
    at::Scalar item = unwrap(self).item();
    if (item.isBoolean())
      *value = {item.toBool() ? 1.0 : 0.0, item.toBool(), ET_SCALAR_BOOL};
    else if (item.isIntegral(false))
      *value = {static_cast<double>(item.toLong()), item.toLong(), ET_SCALAR_INTEGER};
    else
      *value = {item.toDouble(), 0, ET_SCALAR_REAL};
  });
}

et_status et_tensor_to(et_tensor *self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t copy,
                       int32_t non_blocking, et_tensor **result) {
  return returns(result, [&] {
    auto &tensor = unwrap(self);
    auto type = dtype < 0 ? tensor.scalar_type() : static_cast<at::ScalarType>(dtype);
    auto device = device_type < 0 ? tensor.device() : et::device(device_type, device_index);
    return tensor.to(device, type, non_blocking != 0, copy != 0);
  });
}

et_status et_tensor_detach(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).detach(); });
}

et_status et_tensor_contiguous(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return unwrap(self).contiguous(); });
}

et_status et_tensor_channels_last(et_tensor *self, et_tensor **result) {
  return returns(result, [&] { return channels_last(unwrap(self)); });
}

et_status et_tensor_set_data(et_tensor *self, et_tensor *source) {
  return guarded([&] { unwrap(self).set_data(unwrap(source)); });
}

et_status et_tensor_channels_last_(et_tensor *self) {
  return guarded([&] {
    at::NoGradGuard no_grad;
    auto &tensor = unwrap(self);
    tensor.set_data(channels_last(tensor));
    auto &grad = tensor.mutable_grad();
    if (grad.defined())
      grad.set_data(channels_last(grad));
  });
}

et_status et_tensor_copy_(et_tensor *self, et_tensor *source, int32_t non_blocking) {
  return guarded([&] { unwrap(self).copy_(unwrap(source), non_blocking != 0); });
}

et_status et_tensor_grad(et_tensor *self, et_tensor **result) {
  return guarded([&] {
    // `mutable_grad` does not warn where a tensor is no leaf, as `grad` does.
    auto &grad = unwrap(self).mutable_grad();
    *result = grad.defined() ? et::wrap(at::Tensor(grad)) : nullptr;
  });
}

et_status et_tensor_set_grad(et_tensor *self, et_tensor *grad) {
  return guarded([&] { unwrap(self).mutable_grad() = grad == nullptr ? at::Tensor() : unwrap(grad); });
}

et_status et_tensor_backward(et_tensor *self, et_tensor *grad, int32_t retain_graph, int32_t create_graph) {
  return guarded([&] {
    unwrap(self).backward(grad == nullptr ? at::Tensor() : unwrap(grad), retain_graph != 0, create_graph != 0);
  });
}
