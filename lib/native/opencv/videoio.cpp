#include "videoio.h"
#include "boundary.h"

#include <opencv2/videoio.hpp>

struct eo_capture {
  cv::VideoCapture value;
};

struct eo_writer {
  cv::VideoWriter value;
};

int32_t eo_capture_new(eo_capture **result, char **error) {
  *result = nullptr;
  return eo::guarded(error, [&] { *result = eo::counted<eo_capture>(); });
}

int32_t eo_capture_free(eo_capture *self, char **error) { return eo::release(self, error); }

int32_t eo_capture_open_device(eo_capture *self, int32_t index, int32_t api, int32_t *is_open, char **error) {
  return eo::guarded(error, [&] { *is_open = eo::required(self).value.open(index, api) ? 1 : 0; });
}

int32_t eo_capture_open_file(eo_capture *self, const char *path, int32_t api, int32_t *is_open, char **error) {
  return eo::guarded(error, [&] { *is_open = eo::required(self).value.open(path, api) ? 1 : 0; });
}

int32_t eo_capture_read(eo_capture *self, eo_mat *image, int32_t *has_frame, char **error) {
  return eo::guarded(error, [&] { *has_frame = eo::required(self).value.read(eo::required(image).value) ? 1 : 0; });
}

int32_t eo_capture_get(const eo_capture *self, int32_t property, double *value, char **error) {
  return eo::guarded(error, [&] { *value = eo::required(self).value.get(property); });
}

int32_t eo_capture_set(eo_capture *self, int32_t property, double value, int32_t *is_set, char **error) {
  return eo::guarded(error, [&] { *is_set = eo::required(self).value.set(property, value) ? 1 : 0; });
}

int32_t eo_writer_new(const char *path, int32_t fourcc, double fps, int32_t width, int32_t height, int32_t is_color, eo_writer **result,
                      char **error) {
  *result = nullptr;
  return eo::guarded(
      error, [&] { *result = eo::counted<eo_writer>(cv::VideoWriter(path, fourcc, fps, cv::Size(width, height), is_color != 0)); });
}

int32_t eo_writer_free(eo_writer *self, char **error) { return eo::release(self, error); }

int32_t eo_writer_is_open(const eo_writer *self, int32_t *is_open, char **error) {
  return eo::guarded(error, [&] { *is_open = eo::required(self).value.isOpened() ? 1 : 0; });
}

int32_t eo_writer_write(eo_writer *self, const eo_mat *image, char **error) {
  return eo::guarded(error, [&] { eo::required(self).value.write(eo::required(image).value); });
}

int32_t eo_writer_release(eo_writer *self, char **error) {
  return eo::guarded(error, [&] { eo::required(self).value.release(); });
}
