#include "factory.h"
#include "boundary.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/randn.h>

#include <cstring>

using et::guarded;
using et::ints;
using et::optional_generator;
using et::options;
using et::returns;
using et::unwrap;

et_status et_empty(const int64_t *sizes, int32_t count, int32_t dtype, int32_t device_type, int32_t device_index,
                   et_tensor **result) {
  return returns(result, [&] { return at::empty(ints(sizes, count), options(dtype, device_type, device_index)); });
}

et_status et_full(const int64_t *sizes, int32_t count, et_scalar value, int32_t dtype, int32_t device_type,
                  int32_t device_index, et_tensor **result) {
  return returns(result, [&] {
    return at::full(ints(sizes, count), et::scalar(value), options(dtype, device_type, device_index));
  });
}

et_status et_arange(et_scalar start, et_scalar stop, et_scalar step, int32_t dtype, int32_t device_type,
                    int32_t device_index, et_tensor **result) {
  return returns(result, [&] {
    auto where = at::TensorOptions().device(et::device(device_type, device_index));
    if (dtype >= 0)
      where = where.dtype(static_cast<at::ScalarType>(dtype));
    return at::arange(et::scalar(start), et::scalar(stop), et::scalar(step), where);
  });
}

et_status et_rand(const int64_t *sizes, int32_t count, et_generator *generator, int32_t dtype, int32_t device_type,
                  int32_t device_index, et_tensor **result) {
  return returns(result, [&] {
    return at::rand(ints(sizes, count), optional_generator(generator), options(dtype, device_type, device_index));
  });
}

et_status et_randn(const int64_t *sizes, int32_t count, et_generator *generator, int32_t dtype, int32_t device_type,
                   int32_t device_index, et_tensor **result) {
  return returns(result, [&] {
    return at::randn(ints(sizes, count), optional_generator(generator), options(dtype, device_type, device_index));
  });
}

et_status et_randint(int64_t low, int64_t high, const int64_t *sizes, int32_t count, et_generator *generator,
                     int32_t dtype, int32_t device_type, int32_t device_index, et_tensor **result) {
  return returns(result, [&] {
    return at::randint(low, high, ints(sizes, count), optional_generator(generator),
                       options(dtype, device_type, device_index));
  });
}

et_status et_from_data(const void *data, int64_t bytes, const int64_t *sizes, int32_t count, int32_t dtype,
                       et_tensor **result) {
  return returns(result, [&] {
    auto tensor = at::empty(ints(sizes, count), options(dtype, 0, -1));
    if (static_cast<int64_t>(tensor.nbytes()) != bytes)
      throw std::invalid_argument("The number of elements does not match the dimensions.");
    if (bytes > 0)
      std::memcpy(tensor.data_ptr(), data, static_cast<size_t>(bytes));
    return tensor;
  });
}

et_status et_uniform_(et_tensor *self, double from, double to, et_generator *generator) {
  return guarded([&] { unwrap(self).uniform_(from, to, optional_generator(generator)); });
}
