// Pictures into pictures. `to` is allocated as needed and must not be `from`.
#pragma once

#include "types.h"

// width, height: the new size, or 0 and factors. interpolation: OpenCV's InterpolationFlags.
EO_API int32_t eo_resize(const eo_mat *from, eo_mat *to, int32_t width, int32_t height, double fx, double fy, int32_t interpolation,
                         char **error);
// matrix: 2×3 doubles, from source to target unless the flags say the inverse. Beyond the source's edge: border, of OpenCV's BorderTypes.
EO_API int32_t eo_warp_affine(const eo_mat *from, eo_mat *to, const eo_mat *matrix, int32_t width, int32_t height, int32_t flags,
                              int32_t border, char **error);
