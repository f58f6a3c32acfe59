// The library itself.
#pragma once

#include "types.h"

// A fingerprint of these headers (CMakeLists.txt). The managed side asks for its own before any other call, so that a library that was
// built for another version is an error in words.
EO_API uint32_t eo_abi(void);
// Such as "4.6.0"; owned by the library.
EO_API const char *eo_version(void);
// Handles that are alive.
EO_API int64_t eo_live_handles(void);
// Frees what a function handed out that has no function of its own for that; null is allowed.
EO_API void eo_free(void *memory);
