// The types that cross the boundary. Plain C: every width is fixed, every handle is opaque.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
#define ET_API extern "C" __attribute__((visibility("default")))
#else
#define ET_API
#endif

// A tensor that the caller owns: an at::Tensor on the heap, given back with et_tensor_free.
typedef struct et_tensor et_tensor;
// A random generator that the caller owns, given back with et_generator_free.
typedef struct et_generator et_generator;
// Room for a convolution prepared for inference that the caller owns, given back with et_prepared_free.
typedef struct et_prepared et_prepared;

// What a C# Scalar holds. `kind` is one of ET_SCALAR_*.
typedef struct et_scalar {
  double real;
  int64_t integer;
  int32_t kind;
} et_scalar;

enum { ET_SCALAR_NONE = -1, ET_SCALAR_INTEGER = 0, ET_SCALAR_REAL = 1, ET_SCALAR_BOOL = 2 };

// Status of every call: 0, or 1 with the reason in et_last_error (of the same thread).
typedef int32_t et_status;
