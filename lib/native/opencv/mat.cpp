#include "mat.h"
#include "boundary.h"

int32_t eo_mat_new(eo_mat **result, char **error) {
  *result = nullptr;
  return eo::guarded(error, [&] { *result = eo::counted<eo_mat>(); });
}

int32_t eo_mat_over(int32_t rows, int32_t cols, int32_t type, void *data, int64_t step, eo_mat **result, char **error) {
  *result = nullptr;
  return eo::guarded(error, [&] { *result = eo::counted<eo_mat>(cv::Mat(rows, cols, type, data, static_cast<size_t>(step))); });
}

int32_t eo_mat_free(eo_mat *self, char **error) { return eo::release(self, error); }

int32_t eo_mat_layout(const eo_mat *self, int32_t *rows, int32_t *cols, int32_t *type, void **data, int32_t *is_continuous, char **error) {
  return eo::guarded(error, [&] {
    const cv::Mat &mat = eo::required(self).value;
    *rows = mat.rows;
    *cols = mat.cols;
    *type = mat.type();
    *data = mat.data;
    *is_continuous = mat.isContinuous() ? 1 : 0;
  });
}
