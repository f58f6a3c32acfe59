#include "runtime.h"
#include "boundary.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/core/version.hpp>

std::atomic<int64_t> eo::live_handles{0};

namespace {

// OpenCV prints every error before it throws it; here the text travels with the status alone.
int say_nothing(int, const char *, const char *, const char *, int, void *) { return 0; }

[[maybe_unused]] const bool is_quiet = [] {
  cv::redirectError(say_nothing);
  cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
  // FFmpeg's level "quiet"; read when OpenCV first uses FFmpeg. What a caller has set stays.
  setenv("OPENCV_FFMPEG_LOGLEVEL", "-8", 0);
  return true;
}();

} // namespace

uint32_t eo_abi(void) { return EO_ABI; }

const char *eo_version(void) { return CV_VERSION; }

int64_t eo_live_handles(void) { return eo::live_handles; }

void eo_free(void *memory) { std::free(memory); }
