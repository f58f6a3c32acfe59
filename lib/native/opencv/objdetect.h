// Detectors. A handle serves one thread at a time.
#pragma once

#include "types.h"

EO_API int32_t eo_cascade_new(const char *path, eo_cascade **result, char **error);
EO_API int32_t eo_cascade_free(eo_cascade *self, char **error);
// is_empty: 1 where the file held no cascade that OpenCV knows.
EO_API int32_t eo_cascade_empty(const eo_cascade *self, int32_t *is_empty, char **error);
// Finds objects in a grey picture of 8 bits. Sizes of 0 mean no bound. *rects takes *count values and is freed with eo_free; null where
// *count is 0.
EO_API int32_t eo_cascade_detect(eo_cascade *self, const eo_mat *image, double scale_factor, int32_t min_neighbors, int32_t flags,
                                 int32_t min_width, int32_t min_height, int32_t max_width, int32_t max_height, eo_rect **rects,
                                 int32_t *count, char **error);

EO_API int32_t eo_yunet_new(const char *model, const char *config, int32_t width, int32_t height, float score_threshold,
                            float nms_threshold, int32_t top_k, int32_t backend, int32_t target, eo_yunet **result, char **error);
EO_API int32_t eo_yunet_free(eo_yunet *self, char **error);
// image: 8-bit BGR of the size that was given. faces becomes N×15 floats: box, five points, score; empty where there is none.
EO_API int32_t eo_yunet_detect(eo_yunet *self, const eo_mat *image, eo_mat *faces, int32_t *result, char **error);
