// Cameras, videos and recordings. A handle serves one thread at a time. Properties and interfaces are OpenCV's numbers.
#pragma once

#include "types.h"

// One that is not open yet.
EO_API int32_t eo_capture_new(eo_capture **result, char **error);
EO_API int32_t eo_capture_free(eo_capture *self, char **error);
// is_open: 1 where it could be opened. What was open before is closed.
EO_API int32_t eo_capture_open_device(eo_capture *self, int32_t index, int32_t api, int32_t *is_open, char **error);
EO_API int32_t eo_capture_open_file(eo_capture *self, const char *path, int32_t api, int32_t *is_open, char **error);
// The next frame, 8-bit BGR. has_frame: 0 at the end, and where the device gives none; image is then empty.
EO_API int32_t eo_capture_read(eo_capture *self, eo_mat *image, int32_t *has_frame, char **error);
EO_API int32_t eo_capture_get(const eo_capture *self, int32_t property, double *value, char **error);
EO_API int32_t eo_capture_set(eo_capture *self, int32_t property, double value, int32_t *is_set, char **error);

// fourcc: the codec, such as 'MJPG', its first letter in the lowest byte.
EO_API int32_t eo_writer_new(const char *path, int32_t fourcc, double fps, int32_t width, int32_t height, int32_t is_color,
                             eo_writer **result, char **error);
EO_API int32_t eo_writer_free(eo_writer *self, char **error);
EO_API int32_t eo_writer_is_open(const eo_writer *self, int32_t *is_open, char **error);
// A frame of another size than the recording's is dropped by OpenCV.
EO_API int32_t eo_writer_write(eo_writer *self, const eo_mat *image, char **error);
// Ends the file; nothing can be written any more.
EO_API int32_t eo_writer_release(eo_writer *self, char **error);
