// Pictures in, pictures out: what lib/compat/SixLabors.ImageSharp asks of OpenCV. Used by Codec.cs, with the same names.
//
// Every function returns a status and never throws. On EV_FAILED *error is UTF-8 text; on EV_OK a buffer is handed out. Whoever
// receives either frees it with ev_free. Pixels are 8-bit grey, row-major, without padding.
#pragma once

#include <cstdint>

#define EV_API extern "C" __attribute__((visibility("default")))

enum : int32_t {
  EV_OK = 0,
  EV_UNREADABLE = 1,  // the bytes are no picture that can be decoded; no text, the caller knows where they came from
  EV_FAILED = 2,      // *error says why
};

// Decodes a picture of any format that OpenCV knows. Colours become grey by BT.709's weights, alpha is ignored.
EV_API int32_t ev_decode_grey(const uint8_t *data, int64_t length, uint8_t **pixels, int32_t *width, int32_t *height,
                              char **error);

// Encodes a picture as 8-bit grey PNG.
EV_API int32_t ev_encode_png_grey(const uint8_t *pixels, int32_t width, int32_t height, uint8_t **data, int64_t *length,
                                  char **error);

// Frees what a function above handed out; null is allowed.
EV_API void ev_free(void *memory);
