#include "objdetect.h"
#include "boundary.h"

#include <opencv2/objdetect.hpp>
#include <opencv2/objdetect/face.hpp>

#include <vector>

struct eo_cascade {
  cv::CascadeClassifier value;
};

struct eo_yunet {
  cv::Ptr<cv::FaceDetectorYN> value;
};

static_assert(sizeof(eo_rect) == sizeof(cv::Rect), "rectangles are handed on as they are");

int32_t eo_cascade_new(const char *path, eo_cascade **result, char **error) {
  *result = nullptr;
  return eo::guarded(error, [&] { *result = eo::counted<eo_cascade>(cv::CascadeClassifier(path)); });
}

int32_t eo_cascade_free(eo_cascade *self, char **error) { return eo::release(self, error); }

int32_t eo_cascade_empty(const eo_cascade *self, int32_t *is_empty, char **error) {
  return eo::guarded(error, [&] { *is_empty = eo::required(self).value.empty() ? 1 : 0; });
}

int32_t eo_cascade_detect(eo_cascade *self, const eo_mat *image, double scale_factor, int32_t min_neighbors, int32_t flags,
                          int32_t min_width, int32_t min_height, int32_t max_width, int32_t max_height, eo_rect **rects, int32_t *count,
                          char **error) {
  *rects = nullptr;
  *count = 0;
  return eo::guarded(error, [&] {
    std::vector<cv::Rect> found;
    eo::required(self).value.detectMultiScale(eo::required(image).value, found, scale_factor, min_neighbors, flags,
                                              cv::Size(min_width, min_height), cv::Size(max_width, max_height));
    *rects = reinterpret_cast<eo_rect *>(eo::copied(found.data(), found.size()));
    *count = static_cast<int32_t>(found.size());
  });
}

int32_t eo_yunet_new(const char *model, const char *config, int32_t width, int32_t height, float score_threshold, float nms_threshold,
                     int32_t top_k, int32_t backend, int32_t target, eo_yunet **result, char **error) {
  *result = nullptr;
  return eo::guarded(error, [&] {
    *result = eo::counted<eo_yunet>(cv::FaceDetectorYN::create(model, config, cv::Size(width, height), score_threshold, nms_threshold,
                                                               top_k, backend, target));
  });
}

int32_t eo_yunet_free(eo_yunet *self, char **error) { return eo::release(self, error); }

int32_t eo_yunet_detect(eo_yunet *self, const eo_mat *image, eo_mat *faces, int32_t *result, char **error) {
  return eo::guarded(error, [&] { *result = eo::required(self).value->detect(eo::required(image).value, eo::required(faces).value); });
}
