#include "boundary.h"
#include "grey.h"

#include <vector>

#include <webp/decode.h>

int32_t ev_decode_webp(const uint8_t *data, int64_t length, uint8_t *pixels, int32_t width, int32_t height, int32_t channels, char **error) {
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
    const auto bytes = stride * static_cast<size_t>(height);
    std::vector<uint8_t> colours(channels == 3 ? 0 : bytes);
    uint8_t *rgb = channels == 3 ? pixels : colours.data();
    if (WebPDecodeRGBInto(data, size, rgb, bytes, static_cast<int>(stride)) == nullptr)
      throw std::runtime_error("it is damaged or incomplete");
    for (size_t y = 0; channels == 1 && y < static_cast<size_t>(height); y++)
      ev::row_from_rgb(rgb + y * stride, width, channels, pixels + y * static_cast<size_t>(width));
  });
}
