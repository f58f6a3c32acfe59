// Windows. All calls come from one thread. Flags and properties are OpenCV's numbers.
#pragma once

#include "types.h"

EO_API int32_t eo_window_new(const char *name, int32_t flags, char **error);
EO_API int32_t eo_window_show(const char *name, const eo_mat *image, char **error);
EO_API int32_t eo_window_resize(const char *name, int32_t width, int32_t height, char **error);
EO_API int32_t eo_window_property(const char *name, int32_t property, double *value, char **error);
EO_API int32_t eo_windows_destroy(char **error);
// Lets windows draw, waits so many milliseconds for a key (0: for ever) and gives its number, or -1.
EO_API int32_t eo_wait_key(int32_t delay, int32_t *key, char **error);
