#include "boundary.h"
#include "grey.h"

#include <csetjmp>
#include <cstdio>
#include <new>
#include <vector>

#include <png.h>

namespace {

// What libpng's callbacks share with their callers. It jumps out of errors, since it is C: nothing with a destructor lives in the
// functions that it jumps back to.
struct Session {
  char message[200];
  const uint8_t *source;
  size_t left;
  std::vector<uint8_t> *target;
};

void fail(png_structp png, png_const_charp message) {
  auto *session = static_cast<Session *>(png_get_error_ptr(png));
  std::snprintf(session->message, sizeof session->message, "%s", message);
  png_longjmp(png, 1);
}

void say_nothing(png_structp, png_const_charp) {}

void read(png_structp png, png_bytep to, size_t count) {
  auto *session = static_cast<Session *>(png_get_io_ptr(png));
  if (count > session->left)
    png_error(png, "it ends too early");
  std::memcpy(to, session->source, count);
  session->source += count;
  session->left -= count;
}

void write(png_structp png, png_bytep from, size_t count) {
  auto *session = static_cast<Session *>(png_get_io_ptr(png));
  bool full = false;
  try {
    session->target->insert(session->target->end(), from, from + count);
  } catch (const std::bad_alloc &) {
    full = true;
  }
  if (full)
    png_error(png, "there is not enough memory");
}

void flush(png_structp) {}

// Bytes that libpng gives for one pixel once palettes, small depths and alpha are dealt with.
bool prepare(png_structp png, png_infop info, Session &session, int32_t width, int32_t height, int32_t channels, size_t *row_bytes) {
  if (setjmp(png_jmpbuf(png)) != 0)
    return false;
  png_set_read_fn(png, &session, read);
  png_read_info(png, info);
  if (png_get_image_width(png, info) != static_cast<png_uint_32>(width) ||
      png_get_image_height(png, info) != static_cast<png_uint_32>(height))
    png_error(png, "its parts disagree about its size");
  png_set_palette_to_rgb(png);
  if (png_get_color_type(png, info) == PNG_COLOR_TYPE_GRAY)
    png_set_expand_gray_1_2_4_to_8(png);
  if (channels == 3)
    png_set_gray_to_rgb(png);
  png_set_strip_alpha(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  *row_bytes = png_get_rowbytes(png, info);
  return true;
}

bool read_rows(png_structp png, png_bytep *rows) {
  if (setjmp(png_jmpbuf(png)) != 0)
    return false;
  png_read_image(png, rows);
  // To the end mark: a file that is cut behind its pixels is cut as well.
  png_read_end(png, nullptr);
  return true;
}

bool write_all(png_structp png, png_infop info, Session &session, png_bytep *rows, int32_t width, int32_t height, int colour) {
  if (setjmp(png_jmpbuf(png)) != 0)
    return false;
  png_set_write_fn(png, &session, write, flush);
  png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8, colour, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  png_write_image(png, rows);
  png_write_end(png, info);
  return true;
}

std::vector<png_bytep> rows_of(uint8_t *bytes, size_t row_bytes, int32_t height) {
  std::vector<png_bytep> rows(static_cast<size_t>(height));
  for (size_t y = 0; y < rows.size(); y++)
    rows[y] = bytes + y * row_bytes;
  return rows;
}

uint8_t sample(const uint8_t *at, int bits) { return bits == 16 ? ev::eight_bits(static_cast<uint32_t>(at[0]) << 8 | at[1]) : at[0]; }

// From one channel or three to one, or from as many to as many.
void convert(const std::vector<uint8_t> &bytes, int from, int bits, int32_t to, uint8_t *out) {
  const auto step = static_cast<size_t>(bits / 8);
  for (size_t at = 0; at < bytes.size(); at += step * static_cast<size_t>(from)) {
    const uint8_t *pixel = &bytes[at];
    if (from == 3 && to == 1)
      *out++ = ev::luminance(sample(pixel, bits), sample(pixel + step, bits), sample(pixel + 2 * step, bits));
    else
      for (int i = 0; i < from; i++)
        *out++ = sample(pixel + static_cast<size_t>(i) * step, bits);
  }
}

void decode(png_structp png, png_infop info, Session &session, uint8_t *pixels, int32_t width, int32_t height, int32_t channels) {
  size_t row_bytes = 0;
  if (!prepare(png, info, session, width, height, channels, &row_bytes))
    throw std::runtime_error(session.message);
  const int found = png_get_channels(png, info), bits = png_get_bit_depth(png, info);
  const bool direct = found == channels && bits == 8;
  if ((found != channels && found != 3) || (bits != 8 && bits != 16) ||
      row_bytes != static_cast<size_t>(width) * static_cast<size_t>(found * bits / 8))
    throw std::runtime_error("its pixels have an unknown form");
  std::vector<uint8_t> bytes(direct ? 0 : row_bytes * static_cast<size_t>(height));
  auto rows = rows_of(direct ? pixels : bytes.data(), row_bytes, height);
  if (!read_rows(png, rows.data()))
    throw std::runtime_error(session.message);
  if (!direct)
    convert(bytes, found, bits, channels, pixels);
}

} // namespace

int32_t ev_encode_png(const uint8_t *pixels, int32_t width, int32_t height, int32_t channels, uint8_t **data, int64_t *length,
                      char **error) {
  *data = nullptr;
  *length = 0;
  return ev::guarded(error, [&] {
    std::vector<uint8_t> encoded;
    Session session = {{}, nullptr, 0, &encoded};
    struct Png {
      png_structp png;
      png_infop info = nullptr;
      ~Png() { png_destroy_write_struct(&png, &info); }
    } handle{png_create_write_struct(PNG_LIBPNG_VER_STRING, &session, fail, say_nothing)};
    if (handle.png == nullptr || (handle.info = png_create_info_struct(handle.png)) == nullptr)
      throw std::bad_alloc();
    auto rows = rows_of(const_cast<uint8_t *>(pixels), static_cast<size_t>(channels) * static_cast<size_t>(width), height);
    const int colour = channels == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY;
    if (!write_all(handle.png, handle.info, session, rows.data(), width, height, colour))
      throw std::runtime_error(session.message);
    *data = static_cast<uint8_t *>(std::malloc(encoded.size()));
    if (*data == nullptr)
      throw std::bad_alloc();
    std::memcpy(*data, encoded.data(), encoded.size());
    *length = static_cast<int64_t>(encoded.size());
  });
}

int32_t ev_decode_png(const uint8_t *data, int64_t length, uint8_t *pixels, int32_t width, int32_t height, int32_t channels, char **error) {
  return ev::guarded(error, [&] {
    Session session = {{}, data, static_cast<size_t>(length), nullptr};
    struct Png {
      png_structp png;
      png_infop info = nullptr;
      ~Png() { png_destroy_read_struct(&png, &info, nullptr); }
    } handle{png_create_read_struct(PNG_LIBPNG_VER_STRING, &session, fail, say_nothing)};
    if (handle.png == nullptr || (handle.info = png_create_info_struct(handle.png)) == nullptr)
      throw std::bad_alloc();
    decode(handle.png, handle.info, session, pixels, width, height, channels);
  });
}
