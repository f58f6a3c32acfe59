#include "runtime.h"
#include "boundary.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/cuda.h>

#include <atomic>
#include <dlfcn.h>
#include <string>

namespace {

thread_local std::string last_error;
std::atomic<int64_t> live_handles{0};

std::string first_line(const std::string &text) {
  auto end = text.find('\n');
  return end == std::string::npos ? text : text.substr(0, end);
}

at::Generator &unwrap(et_generator *handle) {
  if (handle == nullptr)
    throw std::invalid_argument("A generator was expected, but it is null.");
  return *reinterpret_cast<at::Generator *>(handle);
}

et_generator *wrap(at::Generator &&generator) {
  return reinterpret_cast<et_generator *>(new at::Generator(std::move(generator)));
}

} // namespace

namespace et {

et_status remember_current_exception() noexcept {
  try {
    try {
      throw;
    } catch (const c10::Error &error) {
      last_error = first_line(error.what_without_backtrace());
    } catch (const std::bad_alloc &) {
      last_error = "Out of memory.";
    } catch (const std::exception &error) {
      last_error = first_line(error.what());
    } catch (...) {
      last_error = "libtorch threw something that is not an exception.";
    }
  } catch (...) {
    // No memory even for the message: keep the former one.
  }
  return 1;
}

et_tensor *wrap(at::Tensor &&tensor) {
  auto *handle = reinterpret_cast<et_tensor *>(new at::Tensor(std::move(tensor)));
  live_handles.fetch_add(1, std::memory_order_relaxed);
  return handle;
}

void release(et_tensor *handle) noexcept {
  delete reinterpret_cast<at::Tensor *>(handle);
  live_handles.fetch_sub(1, std::memory_order_relaxed);
}

at::Scalar scalar(et_scalar value) {
  switch (value.kind) {
  case ET_SCALAR_INTEGER:
    return at::Scalar(value.integer);
  case ET_SCALAR_REAL:
    return at::Scalar(value.real);
  case ET_SCALAR_BOOL:
    return at::Scalar(value.integer != 0);
  default:
    throw std::invalid_argument("A number was expected, but it is null.");
  }
}

at::Device device(int32_t type, int32_t index) {
  auto device_type = static_cast<at::DeviceType>(type);
  return at::Device(device_type, static_cast<at::DeviceIndex>(device_type == at::kCPU ? -1 : index));
}

at::TensorOptions options(int32_t dtype, int32_t device_type, int32_t device_index) {
  return at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)).device(device(device_type, device_index));
}

optional<at::Generator> optional_generator(et_generator *handle) {
  return handle == nullptr ? optional<at::Generator>() : optional<at::Generator>(::unwrap(handle));
}

} // namespace et

using et::guarded;

uint32_t et_abi(void) { return ET_ABI; }
const char *et_last_error(void) { return last_error.c_str(); }
int64_t et_live_handles(void) { return live_handles.load(std::memory_order_relaxed); }
const char *et_torch_version(void) { return TORCH_VERSION; }

et_status et_get_num_threads(int32_t *count) {
  return guarded([&] { *count = at::get_num_threads(); });
}

et_status et_set_num_threads(int32_t count) {
  return guarded([&] { at::set_num_threads(count); });
}

et_status et_grad_mode_set(int32_t enabled, int32_t *previous) {
  return guarded([&] {
    *previous = c10::GradMode::is_enabled();
    c10::GradMode::set_enabled(enabled != 0);
  });
}

et_status et_inference_mode_enter(int32_t enabled, void **guard) {
  return guarded([&] { *guard = new c10::InferenceMode(enabled != 0); });
}

et_status et_inference_mode_leave(void *guard) {
  return guarded([&] { delete static_cast<c10::InferenceMode *>(guard); });
}

namespace {

// 2.4 made one function per question where there had been one per device.
#if ET_TORCH_AT_LEAST(2, 4)
bool autocast_enabled(at::DeviceType type) { return at::autocast::is_autocast_enabled(type); }
at::ScalarType autocast_dtype(at::DeviceType type) { return at::autocast::get_autocast_dtype(type); }
void set_autocast(at::DeviceType type, bool enabled, at::ScalarType dtype) {
  at::autocast::set_autocast_enabled(type, enabled);
  at::autocast::set_autocast_dtype(type, dtype);
}
#else
bool autocast_enabled(at::DeviceType type) {
  return type == at::kCUDA ? at::autocast::is_enabled() : at::autocast::is_cpu_enabled();
}
at::ScalarType autocast_dtype(at::DeviceType type) {
  return type == at::kCUDA ? at::autocast::get_autocast_gpu_dtype() : at::autocast::get_autocast_cpu_dtype();
}
void set_autocast(at::DeviceType type, bool enabled, at::ScalarType dtype) {
  if (type == at::kCUDA) {
    at::autocast::set_enabled(enabled);
    at::autocast::set_autocast_gpu_dtype(dtype);
  } else {
    at::autocast::set_cpu_enabled(enabled);
    at::autocast::set_autocast_cpu_dtype(dtype);
  }
}
#endif

} // namespace

et_status et_autocast_enter(int32_t device_type, int32_t *previous_enabled, int32_t *previous_dtype) {
  return guarded([&] {
    auto type = static_cast<at::DeviceType>(device_type);
    *previous_enabled = autocast_enabled(type);
    *previous_dtype = static_cast<int32_t>(autocast_dtype(type));
    set_autocast(type, true, at::kBFloat16);
    at::autocast::increment_nesting();
  });
}

et_status et_autocast_leave(int32_t device_type, int32_t previous_enabled, int32_t previous_dtype) {
  return guarded([&] {
    if (at::autocast::decrement_nesting() == 0)
      at::autocast::clear_cache();
    set_autocast(static_cast<at::DeviceType>(device_type), previous_enabled != 0,
                 static_cast<at::ScalarType>(previous_dtype));
  });
}

et_status et_deterministic_set(int32_t on) {
  return guarded([&] {
    auto &context = at::globalContext();
    // Warn only: an operator without a deterministic kernel on CUDA goes on, with a warning that names it.
    context.setDeterministicAlgorithms(on != 0, true);
    context.setDeterministicCuDNN(on != 0);
    context.setBenchmarkCuDNN(on == 0);
    context.setAllowTF32CuDNN(on == 0);
    context.setAllowTF32CuBLAS(on == 0);
  });
}

et_status et_manual_seed(int64_t seed) {
  return guarded([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

et_status et_generator_default(et_generator **result) {
  return guarded([&] { *result = wrap(at::Generator(at::detail::getDefaultCPUGenerator())); });
}

et_status et_generator_new(uint64_t seed, et_generator **result) {
  return guarded([&] { *result = wrap(at::detail::createCPUGenerator(seed)); });
}

et_status et_generator_free(et_generator *self) {
  return guarded([&] { delete &unwrap(self); });
}

et_status et_cuda_device_count(int32_t *count) {
  return guarded([&] { *count = static_cast<int32_t>(torch::cuda::device_count()); });
}

// Asked of the driver, since the toolkit's headers may be absent and libtorch's public headers do not tell.
et_status et_cuda_compute_capability(int32_t device_index, int32_t *capability) {
  return guarded([&] {
    *capability = 0;
    if (torch::cuda::device_count() == 0)
      return;
    void *driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (driver == nullptr)
      return;
    auto init = reinterpret_cast<int (*)(unsigned)>(dlsym(driver, "cuInit"));
    auto get = reinterpret_cast<int (*)(int *, int)>(dlsym(driver, "cuDeviceGet"));
    auto attribute = reinterpret_cast<int (*)(int *, int, int)>(dlsym(driver, "cuDeviceGetAttribute"));
    constexpr int kMajor = 75, kMinor = 76; // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_*
    int device = 0, major = 0, minor = 0;
    if (init != nullptr && get != nullptr && attribute != nullptr && init(0) == 0 &&
        get(&device, device_index < 0 ? 0 : device_index) == 0 && attribute(&major, kMajor, device) == 0 &&
        attribute(&minor, kMinor, device) == 0)
      *capability = 10 * major + minor;
    dlclose(driver);
  });
}
