// Rounded as ImageSharp rounds.
#pragma once

#include <cstdint>
#include <cstring>

namespace ev {

inline uint8_t eight_bits(uint32_t sixteen) { return static_cast<uint8_t>((sixteen * 255u + 32895u) >> 16); }

// BT.709.
inline uint8_t luminance(uint8_t red, uint8_t green, uint8_t blue) {
  return static_cast<uint8_t>(red * 0.2126f + green * 0.7152f + blue * 0.0722f + 0.5f);
}

// One row of red, green, blue becomes grey, or stays what it is.
inline void row_from_rgb(const uint8_t *rgb, int32_t width, int32_t channels, uint8_t *out) {
  if (channels == 3) {
    std::memcpy(out, rgb, static_cast<size_t>(width) * 3);
    return;
  }
  for (int32_t x = 0; x < width; x++, rgb += 3)
    out[x] = luminance(rgb[0], rgb[1], rgb[2]);
}

} // namespace ev
