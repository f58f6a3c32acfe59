#include "boundary.h"
#include "grey.h"

#include <vector>

#include <webp/decode.h>

int32_t ev_decode_webp(const uint8_t *data, int64_t length, uint8_t *pixels, int32_t width, int32_t height, char **error) {
  return ev::guarded(error, [&] {
    const auto size = static_cast<size_t>(length);
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(data, size, &features) != VP8_STATUS_OK)
      throw std::runtime_error("its header is damaged or incomplete");
    if (features.has_animation)
      throw std::runtime_error("it is animated; only still pictures are read here");
    if (features.width != width || features.height != height)
      throw std::runtime_error("its parts disagree about its size");
    const auto stride = static_cast<size_t>(width) * 3;
    std::vector<uint8_t> rgb(stride * static_cast<size_t>(height));
    if (WebPDecodeRGBInto(data, size, rgb.data(), rgb.size(), static_cast<int>(stride)) == nullptr)
      throw std::runtime_error("it is damaged or incomplete");
    for (size_t y = 0; y < static_cast<size_t>(height); y++)
      ev::row_to_grey(&rgb[y * stride], width, pixels + y * static_cast<size_t>(width));
  });
}
