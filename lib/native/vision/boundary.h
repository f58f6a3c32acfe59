// Nothing may cross the C boundary but a status, and text that its receiver frees.
#pragma once

#include "codec.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <stdexcept>

namespace ev {

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
    return EV_OK;
  } catch (const std::exception &e) {
    *error = text_of(e.what());
  } catch (...) {
    *error = text_of("an unknown C++ exception");
  }
  return EV_FAILED;
}

} // namespace ev
