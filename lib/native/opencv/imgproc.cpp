#include "imgproc.h"
#include "boundary.h"

#include <opencv2/imgproc.hpp>

int32_t eo_resize(const eo_mat *from, eo_mat *to, int32_t width, int32_t height, double fx, double fy, int32_t interpolation,
                  char **error) {
  return eo::guarded(
      error, [&] { cv::resize(eo::required(from).value, eo::required(to).value, cv::Size(width, height), fx, fy, interpolation); });
}

int32_t eo_warp_affine(const eo_mat *from, eo_mat *to, const eo_mat *matrix, int32_t width, int32_t height, int32_t flags, int32_t border,
                       char **error) {
  return eo::guarded(error, [&] {
    cv::warpAffine(eo::required(from).value, eo::required(to).value, eo::required(matrix).value, cv::Size(width, height), flags, border);
  });
}

static cv::Scalar color_of(const double *values) { return {values[0], values[1], values[2], values[3]}; }

int32_t eo_rectangle(eo_mat *image, int32_t x, int32_t y, int32_t width, int32_t height, const double *color, int32_t thickness,
                     int32_t line_type, char **error) {
  return eo::guarded(error, [&] {
    cv::rectangle(eo::required(image).value, cv::Rect(x, y, width, height), color_of(color), thickness, line_type);
  });
}

int32_t eo_put_text(eo_mat *image, const char *text, int32_t x, int32_t y, int32_t font, double scale, const double *color,
                    int32_t thickness, int32_t line_type, char **error) {
  return eo::guarded(error, [&] {
    cv::putText(eo::required(image).value, text, cv::Point(x, y), font, scale, color_of(color), thickness, line_type);
  });
}

int32_t eo_text_size(const char *text, int32_t font, double scale, int32_t thickness, int32_t *width, int32_t *height, int32_t *below_line,
                     char **error) {
  return eo::guarded(error, [&] {
    const auto size = cv::getTextSize(text, font, scale, thickness, below_line);
    *width = size.width;
    *height = size.height;
  });
}
