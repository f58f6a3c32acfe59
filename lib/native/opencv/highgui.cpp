#include "highgui.h"
#include "boundary.h"

#include <opencv2/highgui.hpp>

int32_t eo_window_new(const char *name, int32_t flags, char **error) {
  return eo::guarded(error, [&] { cv::namedWindow(name, flags); });
}

int32_t eo_window_show(const char *name, const eo_mat *image, char **error) {
  return eo::guarded(error, [&] { cv::imshow(name, eo::required(image).value); });
}

int32_t eo_window_resize(const char *name, int32_t width, int32_t height, char **error) {
  return eo::guarded(error, [&] { cv::resizeWindow(name, width, height); });
}

int32_t eo_window_property(const char *name, int32_t property, double *value, char **error) {
  return eo::guarded(error, [&] { *value = cv::getWindowProperty(name, property); });
}

int32_t eo_windows_destroy(char **error) {
  return eo::guarded(error, [&] { cv::destroyAllWindows(); });
}

int32_t eo_wait_key(int32_t delay, int32_t *key, char **error) {
  return eo::guarded(error, [&] { *key = cv::waitKey(delay); });
}
