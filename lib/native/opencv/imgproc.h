// Pictures into pictures. `to` is allocated as needed and must not be `from`.
#pragma once

#include "types.h"

// width, height: the new size, or 0 and factors. interpolation: OpenCV's InterpolationFlags.
EO_API int32_t eo_resize(const eo_mat *from, eo_mat *to, int32_t width, int32_t height, double fx, double fy, int32_t interpolation,
                         char **error);
// matrix: 2×3 doubles, from source to target unless the flags say the inverse. Beyond the source's edge: border, of OpenCV's BorderTypes.
EO_API int32_t eo_warp_affine(const eo_mat *from, eo_mat *to, const eo_mat *matrix, int32_t width, int32_t height, int32_t flags,
                              int32_t border, char **error);

// Drawing, into the picture itself. Colours are four doubles in the picture's order of channels. thickness: in pixels, or -1 for filled.
EO_API int32_t eo_rectangle(eo_mat *image, int32_t x, int32_t y, int32_t width, int32_t height, const double *color, int32_t thickness,
                            int32_t line_type, char **error);
// x, y: the left end of the line that the letters stand on.
EO_API int32_t eo_put_text(eo_mat *image, const char *text, int32_t x, int32_t y, int32_t font, double scale, const double *color,
                           int32_t thickness, int32_t line_type, char **error);
EO_API int32_t eo_text_size(const char *text, int32_t font, double scale, int32_t thickness, int32_t *width, int32_t *height,
                            int32_t *below_line, char **error);
