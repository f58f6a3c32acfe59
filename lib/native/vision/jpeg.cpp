#include "boundary.h"
#include "grey.h"

#include <csetjmp>
#include <cstdio>
#include <vector>

#include <jpeglib.h>

#include <jerror.h>

namespace {

// libjpeg reports through callbacks that must not return; it is C, so they jump. Nothing with a destructor lives in the function that
// they jump back to.
struct Reader {
  jpeg_decompress_struct decoder;
  jpeg_error_mgr errors;
  jpeg_progress_mgr progress;
  std::jmp_buf failed;
  char message[JMSG_LENGTH_MAX];
};

Reader *reader_of(j_common_ptr common) { return static_cast<Reader *>(common->client_data); }

void fail(j_common_ptr common) {
  auto *reader = reader_of(common);
  (*common->err->format_message)(common, reader->message);
  std::longjmp(reader->failed, 1);
}

// Warnings that say that pixels are missing or made up are errors here. What is left is harmless, such as stray bytes between segments.
void judge(j_common_ptr common, int level) {
  if (level >= 0)
    return;
  switch (common->err->msg_code) {
  case JWRN_JPEG_EOF:
  case JWRN_HIT_MARKER:
  case JWRN_HUFF_BAD_CODE:
  case JWRN_ARITH_BAD_CODE:
  case JWRN_MUST_RESYNC:
  case JWRN_BOGUS_PROGRESSION:
  case JWRN_NOT_SEQUENTIAL:
    fail(common);
    break;
  default:
    break;
  }
}

// A progressive picture may hold any number of scans, each of which costs a pass over all of it.
void limit_scans(j_common_ptr common) {
  constexpr int most = 200;
  if (!common->is_decompressor || reinterpret_cast<j_decompress_ptr>(common)->input_scan_number <= most)
    return;
  auto *reader = reader_of(common);
  std::snprintf(reader->message, sizeof reader->message, "more than %d scans", most);
  std::longjmp(reader->failed, 1);
}

void say_nothing(j_common_ptr) {}

// Adobe's CMYK, which is stored inverted. Works in place: four bytes become the first three.
void cmyk_to_rgb(uint8_t *row, int32_t width) {
  uint8_t *rgb = row;
  for (int32_t x = 0; x < width; x++, row += 4, rgb += 3) {
    const unsigned cyan = row[0], magenta = row[1], yellow = row[2], key = row[3];
    rgb[0] = static_cast<uint8_t>((cyan * key + 127) / 255);
    rgb[1] = static_cast<uint8_t>((magenta * key + 127) / 255);
    rgb[2] = static_cast<uint8_t>((yellow * key + 127) / 255);
  }
}

// Returns whether it went well; otherwise the reader has the message.
bool decode(Reader &reader, const uint8_t *data, int64_t length, uint8_t *pixels, int32_t width, int32_t height, int32_t channels,
            uint8_t *row) {
  auto &decoder = reader.decoder;
  if (setjmp(reader.failed) != 0)
    return false;
  jpeg_create_decompress(&decoder);
  decoder.progress = &reader.progress;
  jpeg_mem_src(&decoder, data, static_cast<unsigned long>(length));
  jpeg_read_header(&decoder, TRUE);
  if (decoder.image_width != static_cast<JDIMENSION>(width) || decoder.image_height != static_cast<JDIMENSION>(height)) {
    std::snprintf(reader.message, sizeof reader.message, "its parts disagree about its size");
    return false;
  }
  switch (decoder.jpeg_color_space) {
  case JCS_GRAYSCALE:
    decoder.out_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    break;
  case JCS_CMYK:
  case JCS_YCCK:
    decoder.out_color_space = JCS_CMYK;
    break;
  default:
    decoder.out_color_space = JCS_RGB;
    break;
  }
  jpeg_start_decompress(&decoder);
  const bool direct = decoder.output_components == channels;
  while (decoder.output_scanline < decoder.output_height) {
    uint8_t *out = pixels + static_cast<size_t>(decoder.output_scanline) * static_cast<size_t>(width) * static_cast<size_t>(channels);
    uint8_t *target = direct ? out : row;
    jpeg_read_scanlines(&decoder, &target, 1);
    if (decoder.out_color_space == JCS_CMYK)
      cmyk_to_rgb(row, width);
    if (!direct)
      ev::row_from_rgb(row, width, channels, out);
  }
  jpeg_finish_decompress(&decoder);
  return true;
}

} // namespace

int32_t ev_decode_jpeg(const uint8_t *data, int64_t length, uint8_t *pixels, int32_t width, int32_t height, int32_t channels, char **error) {
  return ev::guarded(error, [&] {
    std::vector<uint8_t> row(static_cast<size_t>(width) * 4);
    Reader reader = {};
    reader.decoder.err = jpeg_std_error(&reader.errors);
    reader.decoder.client_data = &reader;
    reader.errors.error_exit = fail;
    reader.errors.emit_message = judge;
    reader.errors.output_message = say_nothing;
    reader.progress.progress_monitor = limit_scans;
    const bool good = decode(reader, data, length, pixels, width, height, channels, row.data());
    jpeg_destroy_decompress(&reader.decoder);
    if (!good)
      throw std::runtime_error(reader.message);
  });
}
