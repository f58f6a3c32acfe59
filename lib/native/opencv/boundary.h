// What every topic uses: handles, and the wall that no exception passes.
#pragma once

#include "types.h"

#include <opencv2/core.hpp>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>

struct eo_mat {
  cv::Mat value;
};

namespace eo {

extern std::atomic<int64_t> live_handles;

inline char *text_of(const char *message) {
  const auto size = std::strlen(message) + 1;
  auto *copy = static_cast<char *>(std::malloc(size));
  if (copy != nullptr)
    std::memcpy(copy, message, size);
  return copy;
}

// Runs the work and turns whatever it throws into a status with its text.
template <typename Work> int32_t guarded(char **error, Work work) {
  *error = nullptr;
  try {
    work();
    return EO_OK;
  } catch (const cv::Exception &e) {
    *error = text_of(e.err.c_str());
  } catch (const std::exception &e) {
    *error = text_of(e.what());
  } catch (...) {
    *error = text_of("an unknown C++ exception");
  }
  return EO_FAILED;
}

template <typename Handle, typename... Arguments> Handle *counted(Arguments &&...arguments) {
  auto *handle = new Handle{std::forward<Arguments>(arguments)...};
  live_handles++;
  return handle;
}

template <typename Handle> int32_t release(Handle *handle, char **error) {
  return guarded(error, [&] {
    if (handle == nullptr)
      return;
    delete handle;
    live_handles--;
  });
}

template <typename Handle> Handle &required(Handle *handle) {
  if (handle == nullptr)
    throw std::invalid_argument("a handle was expected, but it is null");
  return *handle;
}

// A copy that eo_free frees; null where there is nothing to copy.
template <typename T> T *copied(const T *values, size_t count) {
  if (count == 0)
    return nullptr;
  auto *copy = static_cast<T *>(std::malloc(count * sizeof(T)));
  if (copy == nullptr)
    throw std::bad_alloc();
  std::memcpy(copy, values, count * sizeof(T));
  return copy;
}

} // namespace eo
