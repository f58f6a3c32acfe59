// What every topic uses: handles, optional arguments, and the wall that no exception passes.
#pragma once

#include "types.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <torch/version.h>

#include <optional>
#include <stdexcept>
#include <utility>

#define ET_TORCH_AT_LEAST(major, minor)                                                                                \
  (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))

namespace et {

#if ET_TORCH_AT_LEAST(2, 5)
template <typename T> using optional = std::optional<T>;
#else
template <typename T> using optional = c10::optional<T>;
#endif

// Stores what was thrown as this thread's error and returns the failing status.
et_status remember_current_exception() noexcept;

et_tensor *wrap(at::Tensor &&tensor);

inline at::Tensor &unwrap(et_tensor *handle) {
  if (handle == nullptr)
    throw std::invalid_argument("A tensor was expected, but it is null.");
  return *reinterpret_cast<at::Tensor *>(handle);
}

inline optional<at::Tensor> unwrap_optional(et_tensor *handle) {
  return handle == nullptr ? optional<at::Tensor>() : optional<at::Tensor>(unwrap(handle));
}

at::Scalar scalar(et_scalar value);

inline at::IntArrayRef ints(const int64_t *values, int32_t count) {
  return at::IntArrayRef(values, static_cast<size_t>(count));
}

// dtype -1: as the operator chooses.
inline optional<at::ScalarType> optional_dtype(int32_t dtype) {
  return dtype < 0 ? optional<at::ScalarType>() : optional<at::ScalarType>(static_cast<at::ScalarType>(dtype));
}

// device 0: CPU, 1: CUDA (index -1: the current one).
at::Device device(int32_t type, int32_t index);
at::TensorOptions options(int32_t dtype, int32_t device_type, int32_t device_index);
optional<at::Generator> optional_generator(et_generator *handle);

template <typename F> et_status guarded(F &&body) noexcept {
  try {
    body();
    return 0;
  } catch (...) {
    return remember_current_exception();
  }
}

template <typename F> et_status returns(et_tensor **result, F &&body) noexcept {
  return guarded([&] { *result = wrap(body()); });
}

} // namespace et
