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
