// Pictures in, pictures out: what lib/compat/SixLabors.ImageSharp asks of libjpeg, libpng and libwebp. Used by Codec.cs, with the same
// names.
//
// These libraries are called directly, not through OpenCV, since its readers write to stderr when a picture is damaged, and give half
// of a JPEG that is cut without a word. Here a picture is whole or it is refused, and nothing is printed.
//
// Every function returns a status and never throws. On EV_FAILED *error is UTF-8 text; on EV_OK of an encoder a buffer is handed out.
// Whoever receives either frees it with ev_free. Pixels are row-major, without padding: one channel is 8-bit grey, three are 8 bits each
// of red, green and blue.
#pragma once

#include <cstdint>

#define EV_API extern "C" __attribute__((visibility("default")))

enum : int32_t {
  EV_OK = 0,
  EV_FAILED = 1, // *error says why
};

// Decode a picture into one channel or three. The caller has read its header: pixels takes width × height × channels bytes, and a picture
// of another size is refused. Colours become grey by BT.709's weights, 16 bits become 8, alpha is ignored.
EV_API int32_t ev_decode_jpeg(const uint8_t *data, int64_t length, uint8_t *pixels, int32_t width, int32_t height, int32_t channels,
                              char **error);
EV_API int32_t ev_decode_png(const uint8_t *data, int64_t length, uint8_t *pixels, int32_t width, int32_t height, int32_t channels,
                             char **error);
EV_API int32_t ev_decode_webp(const uint8_t *data, int64_t length, uint8_t *pixels, int32_t width, int32_t height, int32_t channels,
                              char **error);

// Encodes a picture of one channel or three as PNG.
EV_API int32_t ev_encode_png(const uint8_t *pixels, int32_t width, int32_t height, int32_t channels, uint8_t **data, int64_t *length,
                             char **error);

// Frees what a function above handed out; null is allowed.
EV_API void ev_free(void *memory);
