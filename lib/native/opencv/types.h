// What every header of the boundary uses. The rules are those of lib/native/torch: fixed-width types, UTF-8, a status from every function
// that can fail, no exception past the boundary. On EO_FAILED *error is text that its receiver frees with eo_free, or null where there was
// no memory for it. Handles are opaque, owned by the caller, counted, and given back with their own function; null is allowed there.
#pragma once

#include <cstdint>

#define EO_API extern "C" __attribute__((visibility("default")))

enum : int32_t {
  EO_OK = 0,
  EO_FAILED = 1, // *error says why
};

struct eo_mat;
struct eo_cascade;
struct eo_yunet;
struct eo_capture;
struct eo_writer;

// A rectangle in pixels.
struct eo_rect {
  int32_t x, y, width, height;
};
