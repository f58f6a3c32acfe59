// Matrices: pictures and tables of numbers. Types are OpenCV's, such as 0 for CV_8UC1 and 16 for CV_8UC3.
#pragma once

#include "types.h"

// An empty one, for results.
EO_API int32_t eo_mat_new(eo_mat **result, char **error);
// One over the caller's memory, which must outlive it. step: bytes from row to row; 0 where rows follow each other.
EO_API int32_t eo_mat_over(int32_t rows, int32_t cols, int32_t type, void *data, int64_t step, eo_mat **result, char **error);
EO_API int32_t eo_mat_free(eo_mat *self, char **error);
// What it holds; *data is valid until the matrix is written to or freed. is_continuous: whether rows follow each other.
EO_API int32_t eo_mat_layout(const eo_mat *self, int32_t *rows, int32_t *cols, int32_t *type, void **data, int32_t *is_continuous,
                             char **error);
