#include "codec.h"

#include <cstdlib>

void ev_free(void *memory) { std::free(memory); }
