#include "codec.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <limits>
#include <new>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <vector>

namespace {

char *text_of(const char *message) {
  const auto size = std::strlen(message) + 1;
  auto *copy = static_cast<char *>(std::malloc(size));
  if (copy != nullptr)
    std::memcpy(copy, message, size);
  return copy;
}

// Runs the work and turns whatever is thrown into a status with its text: nothing may cross the C boundary.
template <typename Work> int32_t guarded(char **error, Work work) {
  *error = nullptr;
  try {
    return work();
  } catch (const std::exception &e) {
    *error = text_of(e.what());
  } catch (...) {
    *error = text_of("an unknown C++ exception");
  }
  return EV_FAILED;
}

uint8_t *copy_of(const uint8_t *source, size_t size) {
  auto *copy = static_cast<uint8_t *>(std::malloc(size));
  if (copy == nullptr)
    throw std::bad_alloc();
  std::memcpy(copy, source, size);
  return copy;
}

// ImageSharp's rounding from 16 to 8 bits.
uint8_t eight_bits(uint8_t value) { return value; }
uint8_t eight_bits(uint16_t value) { return static_cast<uint8_t>((value * 255u + 32895u) >> 16); }

// ImageSharp's grey: BT.709. (OpenCV's own conversion weighs by BT.601.) Channels are blue, green, red, alpha.
uint8_t luminance(uint8_t blue, uint8_t green, uint8_t red) {
  return static_cast<uint8_t>(red * 0.2126f + green * 0.7152f + blue * 0.0722f + 0.5f);
}

template <typename Channel> void to_grey(const cv::Mat &picture, uint8_t *grey) {
  const int channels = picture.channels();
  for (int y = 0; y < picture.rows; y++) {
    const auto *row = picture.ptr<Channel>(y);
    for (int x = 0; x < picture.cols; x++, row += channels)
      *grey++ = channels < 3 ? eight_bits(row[0]) : luminance(eight_bits(row[0]), eight_bits(row[1]), eight_bits(row[2]));
  }
}

}  // namespace

int32_t ev_decode_grey(const uint8_t *data, int64_t length, uint8_t **pixels, int32_t *width, int32_t *height,
                       char **error) {
  *pixels = nullptr;
  *width = *height = 0;
  return guarded(error, [&]() -> int32_t {
    if (data == nullptr || length <= 0 || length > std::numeric_limits<int>::max())
      return EV_UNREADABLE;
    const cv::Mat bytes(1, static_cast<int>(length), CV_8UC1, const_cast<uint8_t *>(data));
    const auto picture = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
    if (picture.empty() || (picture.depth() != CV_8U && picture.depth() != CV_16U))
      return EV_UNREADABLE;
    std::vector<uint8_t> grey(picture.total());
    if (picture.depth() == CV_8U)
      to_grey<uint8_t>(picture, grey.data());
    else
      to_grey<uint16_t>(picture, grey.data());
    *pixels = copy_of(grey.data(), grey.size());
    *width = picture.cols;
    *height = picture.rows;
    return EV_OK;
  });
}

int32_t ev_encode_png_grey(const uint8_t *pixels, int32_t width, int32_t height, uint8_t **data, int64_t *length,
                           char **error) {
  *data = nullptr;
  *length = 0;
  return guarded(error, [&]() -> int32_t {
    const cv::Mat picture(height, width, CV_8UC1, const_cast<uint8_t *>(pixels));
    std::vector<uint8_t> encoded;
    if (!cv::imencode(".png", picture, encoded)) {
      *error = text_of("OpenCV could not encode the picture as PNG");
      return EV_FAILED;
    }
    *data = copy_of(encoded.data(), encoded.size());
    *length = static_cast<int64_t>(encoded.size());
    return EV_OK;
  });
}

void ev_free(void *memory) { std::free(memory); }
