// Memory for tensors on the CPU. Two things cost libtorch's default up to a third of the training speed: glibc gives
// freed memory back at every step and faults it in again at the next one, and large tensors lie on 4 KiB pages. Here
// large blocks lie on huge pages and are kept for the next tensor of about their size; glibc keeps the small ones.
#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

#include <climits>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <map>
#include <mutex>
#include <sys/mman.h>
#include <unordered_map>

namespace {

constexpr size_t kHugePage = size_t{2} << 20;
constexpr size_t kLarge = size_t{1} << 20;
// What is kept unused at most, so that a program that is done with large tensors does not hold their memory for good.
constexpr size_t kKept = size_t{2} << 30;
constexpr size_t kAlignment = 64;

size_t whole_pages(size_t bytes) { return (bytes + kHugePage - 1) / kHugePage * kHugePage; }

class Blocks {
public:
  void *take(size_t bytes) {
    const size_t wanted = whole_pages(bytes);
    {
      std::lock_guard<std::mutex> lock(mutex_);
      auto found = unused_.lower_bound(wanted);
      if (found != unused_.end() && found->first <= wanted + wanted / 4) {
        void *block = found->second;
        used_[block] = found->first;
        kept_ -= found->first;
        unused_.erase(found);
        return block;
      }
    }
    void *block = map(wanted);
    if (block == nullptr) {
      trim(0);
      block = map(wanted);
    }
    if (block != nullptr) {
      std::lock_guard<std::mutex> lock(mutex_);
      used_[block] = wanted;
    }
    return block;
  }

  // False where the block is none of these.
  bool give(void *block) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      auto found = used_.find(block);
      if (found == used_.end())
        return false;
      unused_.emplace(found->second, block);
      kept_ += found->second;
      used_.erase(found);
      if (kept_ <= kKept)
        return true;
    }
    trim(kKept);
    return true;
  }

private:
  static void *map(size_t bytes) {
    // One huge page more than wanted, to cut an aligned piece out.
    void *start = mmap(nullptr, bytes + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED)
      return nullptr;
    auto address = reinterpret_cast<uintptr_t>(start);
    auto aligned = whole_pages(address);
    if (aligned > address)
      munmap(start, aligned - address);
    munmap(reinterpret_cast<void *>(aligned + bytes), address + kHugePage - aligned);
    auto *block = reinterpret_cast<void *>(aligned);
    madvise(block, bytes, MADV_HUGEPAGE);
    return block;
  }

  // Gives back the largest unused blocks until no more than `limit` bytes are kept.
  void trim(size_t limit) {
    std::lock_guard<std::mutex> lock(mutex_);
    while (kept_ > limit && !unused_.empty()) {
      auto last = std::prev(unused_.end());
      munmap(last->second, last->first);
      kept_ -= last->first;
      unused_.erase(last);
    }
  }

  std::mutex mutex_;
  std::multimap<size_t, void *> unused_;
  std::unordered_map<void *, size_t> used_;
  size_t kept_ = 0;
};

// Never destroyed: tensors may be freed after static objects are.
Blocks &blocks() {
  static auto *instance = new Blocks();
  return *instance;
}

void release(void *pointer) {
  // Large blocks start on a huge page; small ones hardly ever do, and then they are not found.
  if (reinterpret_cast<uintptr_t>(pointer) % kHugePage != 0 || pointer == nullptr || !blocks().give(pointer))
    free(pointer);
}

void *acquire(size_t bytes) {
  if (bytes == 0)
    return nullptr;
  void *pointer = nullptr;
  if (bytes >= kLarge) {
    if (bytes <= SIZE_MAX / 2)
      pointer = blocks().take(bytes);
  } else if (posix_memalign(&pointer, kAlignment, bytes) != 0) {
    pointer = nullptr;
  }
  TORCH_CHECK(pointer != nullptr, "can't allocate memory: you tried to allocate ", bytes, " bytes.");
  return pointer;
}

// `allocate` was const up to 2.2 and `copy_data` came with 2.1: whichever the version has is the one overridden.
class HugePageAllocator final : public c10::Allocator {
public:
  c10::DataPtr allocate(size_t bytes) const { return make(bytes); }
  c10::DataPtr allocate(size_t bytes) { return make(bytes); }
  c10::DeleterFnPtr raw_deleter() const override { return &release; }
  void copy_data(void *target, const void *source, size_t count) const { std::memcpy(target, source, count); }

private:
  static c10::DataPtr make(size_t bytes) {
    void *pointer = acquire(bytes);
    return {pointer, pointer, &release, c10::Device(c10::kCPU)};
  }
};

__attribute__((constructor)) void install() {
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, INT_MAX);
  static HugePageAllocator *allocator = new HugePageAllocator();
  c10::SetCPUAllocator(allocator, UCHAR_MAX);
}

} // namespace
