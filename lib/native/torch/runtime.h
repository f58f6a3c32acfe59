// The library itself: errors, live handles, versions, threads, modes, random numbers, devices.
#pragma once

#include "types.h"

// A fingerprint of these headers (CMakeLists.txt). The managed side asks for its own before any other call, so that a
// library that was built for another version is an error in words.
ET_API uint32_t et_abi(void);
// UTF-8 text of this thread's last failed call; owned by the thread, valid until its next failed call.
ET_API const char *et_last_error(void);
// Tensor handles that are alive.
ET_API int64_t et_live_handles(void);
// "1.13.1"; owned by the library.
ET_API const char *et_torch_version(void);

ET_API et_status et_get_num_threads(int32_t *count);
ET_API et_status et_set_num_threads(int32_t count);

// Gradient mode is per thread; `previous` is what was set before.
ET_API et_status et_grad_mode_set(int32_t enabled, int32_t *previous);
// Inference mode nests: leave in the reverse order of entering, on the same thread.
ET_API et_status et_inference_mode_enter(int32_t enabled, void **guard);
ET_API et_status et_inference_mode_leave(void *guard);

// bf16 autocast of one device type on this thread; leaving the outermost clears the cache of cast weights.
ET_API et_status et_autocast_enter(int32_t device_type, int32_t *previous_enabled, int32_t *previous_dtype);
ET_API et_status et_autocast_leave(int32_t device_type, int32_t previous_enabled, int32_t previous_dtype);

ET_API et_status et_deterministic_set(int32_t on);

ET_API et_status et_manual_seed(int64_t seed);
ET_API et_status et_generator_default(et_generator **result);
// One of the caller's own, on the CPU.
ET_API et_status et_generator_new(uint64_t seed, et_generator **result);
ET_API et_status et_generator_free(et_generator *self);

ET_API et_status et_cuda_device_count(int32_t *count);
// 80 for compute capability 8.0; 0 when there is no such device.
ET_API et_status et_cuda_compute_capability(int32_t device_index, int32_t *capability);
