#include "winograd.h"
#include "clones.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <c10/core/CPUAllocator.h>

#include <algorithm>
#include <vector>

// A square of S×S outputs is a product of polynomials in two variables: the (S+2)×(S+2) inputs under it and the 3×3
// filter are evaluated at the same points, the values multiplied and summed over the input channels, which at every
// point is a product of matrices, and the sums are interpolated. That takes (S+2)² multiplications in place of 9·S².
//
// A thread goes through its tiles in blocks whose values stay in its cache: it transforms a block's inputs, and then,
// panel of outputs by panel, multiplies and transforms back. A tile's sums run in the same order wherever a block
// begins and whichever thread computes it, so the result depends on neither the number of threads nor what else is in
// the batch.
//
// Infinity in an input becomes not-a-number in the outputs of its tile: it meets itself with both signs.

namespace {

constexpr int64_t kGroup = 16;          // channels are filled up to a multiple of this
constexpr int64_t kPanel = 32;          // outputs that are multiplied and transformed back together
constexpr int64_t kRows = 12;           // tiles that are multiplied together at most
constexpr int64_t kBlockFloats = 81920; // of a block's transformed inputs: 320 KiB, which leave room in a core's cache

constexpr int64_t divided(int64_t count, int64_t size) { return (count + size - 1) / size; }
constexpr int64_t filled(int64_t count, int64_t size) { return divided(count, size) * size; }

// So many channels as the processor computes with at once.
template <int Lanes> struct Vector {
  typedef float type __attribute__((vector_size(Lanes * sizeof(float))));
  typedef float unaligned __attribute__((vector_size(Lanes * sizeof(float)), aligned(alignof(float)), may_alias));

  static ET_INLINE void load(type &value, const float *from) { value = *reinterpret_cast<const unaligned *>(from); }
  static ET_INLINE void store(float *to, const type &value) { *reinterpret_cast<unaligned *>(to) = value; }

  static ET_INLINE void load(type &value, const float *from, int64_t count) {
    if (count >= Lanes)
      return load(value, from);
    float some[Lanes] = {};
    if (count > 0)
      std::memcpy(some, from, static_cast<size_t>(count) * sizeof(float));
    load(value, some);
  }

  static ET_INLINE void store(float *to, const type &value, int64_t count) {
    if (count >= Lanes)
      return store(to, value);
    std::memcpy(to, &value, static_cast<size_t>(count) * sizeof(float));
  }
};

// The points and the transforms in one direction. Pairs ±a and ±b halve the work, infinity takes the last coefficient;
// the values are those with the smallest errors among the ones tried.
template <int Side> struct Points;

template <> struct Points<3> {
  static constexpr int kSide = 3, kCount = 5;
  static constexpr double kA = 1.0 / 2, kB = 5.0 / 4;
  static constexpr double kFinite[] = {kA, -kA, kB, -kB};
  static constexpr float a = kA, b = kB, aa = kA * kA, bb = kB * kB;

  template <class V> static ET_INLINE void input(const V *d, V *v) {
    const V even_a = d[2] - bb * d[0], odd_a = d[3] - bb * d[1];
    const V even_b = d[2] - aa * d[0], odd_b = d[3] - aa * d[1];
    v[0] = odd_a + a * even_a;
    v[1] = odd_a - a * even_a;
    v[2] = odd_b + b * even_b;
    v[3] = odd_b - b * even_b;
    v[4] = d[4] - (aa + bb) * d[2] + aa * bb * d[0];
  }

  template <class V> static ET_INLINE void output(const V *m, V *y) {
    const V even_a = m[0] + m[1], odd_a = m[0] - m[1];
    const V even_b = m[2] + m[3], odd_b = m[2] - m[3];
    y[0] = even_a + even_b;
    y[1] = a * odd_a + b * odd_b;
    y[2] = m[4] + aa * even_a + bb * even_b;
  }
};

template <> struct Points<4> {
  static constexpr int kSide = 4, kCount = 6;
  static constexpr double kA = 2.0 / 3, kB = 3.0 / 2; // their product is 1
  static constexpr double kFinite[] = {0, kA, -kA, kB, -kB};
  static constexpr float a = kA, b = kB, aa = kA * kA, bb = kB * kB, aaa = aa * kA, bbb = bb * kB;

  template <class V> static ET_INLINE void input(const V *d, V *v) {
    const V even_a = d[4] - bb * d[2], odd_a = d[3] - bb * d[1];
    const V even_b = d[4] - aa * d[2], odd_b = d[3] - aa * d[1];
    v[0] = d[0] + d[4] - (aa + bb) * d[2];
    v[1] = even_a + a * odd_a;
    v[2] = even_a - a * odd_a;
    v[3] = even_b + b * odd_b;
    v[4] = even_b - b * odd_b;
    v[5] = d[1] + d[5] - (aa + bb) * d[3];
  }

  template <class V> static ET_INLINE void output(const V *m, V *y) {
    const V even_a = m[1] + m[2], odd_a = m[1] - m[2];
    const V even_b = m[3] + m[4], odd_b = m[3] - m[4];
    y[0] = m[0] + even_a + even_b;
    y[1] = a * odd_a + b * odd_b;
    y[2] = aa * even_a + bb * even_b;
    y[3] = m[5] + aaa * odd_a + bbb * odd_b;
  }
};

struct Shape {
  int64_t images, height, width, channels, outputs, side;

  int64_t down() const { return divided(height, side); }
  int64_t across() const { return divided(width, side); }
  int64_t tiles() const { return images * down() * across(); }
  int64_t panels() const { return divided(outputs, kPanel); }
  int64_t depth() const { return filled(channels, kGroup); }
  int64_t points() const { return (side + 2) * (side + 2); }
  int64_t block() const {
    return std::clamp(kBlockFloats / (points() * depth()) / kRows, int64_t{1}, int64_t{4}) * kRows;
  }
  // Floats that a block takes: its transformed inputs, and a panel of products.
  int64_t space() const { return points() * (block() * (depth() + kPanel) + kGroup); }
};

struct Job {
  Shape shape;
  const float *input;   // (image, y, x, channel)
  const float *filters; // (panel, point, channel, output), channels and outputs filled up with zeros
  const float *bias;    // (output), filled up to whole panels
  const float *outside; // zeros, as many as channels
  float *output;        // (image, y, x, output)
};

struct Range {
  int64_t begin, end;

  int64_t count() const { return end - begin; }
  // One of so many parts of about the same size.
  Range part(int64_t index, int64_t parts) const {
    return {begin + index * count() / parts, begin + (index + 1) * count() / parts};
  }
};

// The tile's first output.
struct Place {
  int64_t image, y, x;

  Place(const Shape &shape, int64_t tile)
      : image(tile / (shape.down() * shape.across())), y(tile / shape.across() % shape.down() * shape.side),
        x(tile % shape.across() * shape.side) {}
};

// A tile's inputs → (point, lanes of channels, tile, lane)
template <class P, int Lanes>
ET_INLINE void transform_input(const Job &job, int64_t tile, float *to, int64_t point_stride, int64_t lanes_stride) {
  using V = Vector<Lanes>;
  constexpr int n = P::kCount;
  const auto &shape = job.shape;
  const Place place(shape, tile);
  const float *from[n][n];
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      const int64_t y = place.y + i - 1, x = place.x + j - 1;
      const bool inside = y >= 0 && y < shape.height && x >= 0 && x < shape.width;
      from[i][j] =
          inside ? job.input + ((place.image * shape.height + y) * shape.width + x) * shape.channels : job.outside;
    }
  for (int64_t c = 0; c < shape.depth(); c += Lanes, to += lanes_stride) {
    typename V::type half[n][n];
    for (int j = 0; j < n; j++) {
      typename V::type d[n], v[n];
      for (int i = 0; i < n; i++) {
        V::load(d[i], from[i][j] + c, shape.channels - c);
        __builtin_prefetch(from[i][j] + c + P::kSide * shape.channels); // for the tile to the right
      }
      P::input(d, v);
      for (int i = 0; i < n; i++)
        half[i][j] = v[i];
    }
    for (int i = 0; i < n; i++) {
      typename V::type v[n];
      P::input(half[i], v);
      for (int j = 0; j < n; j++)
        V::store(to + (i * n + j) * point_stride, v[j]);
    }
  }
}

// (point, output of the panel) → a tile's outputs, with bias and ReLU. Not-a-number stays one.
template <class P, int Lanes>
ET_INLINE void transform_output(const Job &job, int64_t tile, int64_t panel, const float *from) {
  using V = Vector<Lanes>;
  constexpr int n = P::kCount, side = P::kSide;
  const auto &shape = job.shape;
  const Place place(shape, tile);
  const int64_t rows = std::min<int64_t>(side, shape.height - place.y);
  const int64_t columns = std::min<int64_t>(side, shape.width - place.x);
  float *corner = job.output + ((place.image * shape.height + place.y) * shape.width + place.x) * shape.outputs;
  const int64_t last = std::min(shape.outputs, (panel + 1) * kPanel);
  for (int64_t c = panel * kPanel; c < last; c += Lanes, from += Lanes) {
    typename V::type bias, half[side][n];
    V::load(bias, job.bias + c);
    for (int j = 0; j < n; j++) {
      typename V::type m[n], y[side];
      for (int i = 0; i < n; i++)
        V::load(m[i], from + (i * n + j) * kPanel);
      P::output(m, y);
      for (int i = 0; i < side; i++)
        half[i][j] = y[i];
    }
    for (int i = 0; i < rows; i++) {
      typename V::type y[side];
      P::output(half[i], y);
      for (int j = 0; j < side && j < columns; j++) {
        const typename V::type value = y[j] + bias, zero = {};
        V::store(corner + (i * shape.width + j) * shape.outputs + c, value < zero ? zero : value, last - c);
      }
    }
  }
}

// to[row][output] = Σ over channels of from[row][channel] · filter[channel][output]
template <int Rows, int Lanes>
ET_INLINE void multiply_rows(const float *from, int64_t lanes_stride, const float *filter, int64_t depth, float *to,
                             int64_t row_stride) {
  using V = Vector<Lanes>;
  constexpr int width = 2;
  typename V::type sum[Rows][width];
  for (int r = 0; r < Rows; r++)
    for (int w = 0; w < width; w++)
      sum[r][w] = typename V::type{};
  do {
    for (int k = 0; k < Lanes; k++) {
      typename V::type right[width];
      for (int w = 0; w < width; w++)
        V::load(right[w], filter + k * kPanel + w * Lanes);
      for (int r = 0; r < Rows; r++) {
        const float left = from[r * Lanes + k];
        for (int w = 0; w < width; w++)
          sum[r][w] += left * right[w];
      }
    }
    from += lanes_stride;
    filter += Lanes * kPanel;
  } while ((depth -= Lanes) > 0);
  for (int r = 0; r < Rows; r++)
    for (int w = 0; w < width; w++)
      V::store(to + r * row_stride + w * Lanes, sum[r][w]);
}

// The same for 1 … Rows rows.
template <int Rows, int Lanes>
ET_INLINE void multiply(int64_t rows, const float *from, int64_t lanes_stride, const float *filter, int64_t depth,
                        float *to, int64_t row_stride) {
  if constexpr (Rows > 1) {
    if (rows < Rows)
      return multiply<Rows - 1, Lanes>(rows, from, lanes_stride, filter, depth, to, row_stride);
  }
  multiply_rows<Rows, Lanes>(from, lanes_stride, filter, depth, to, row_stride);
}

template <class P, int Rows, int Lanes>
ET_INLINE void run_block(const Job &job, const Range &tiles, const Range &panels, float *space) {
  constexpr int64_t points = P::kCount * P::kCount, row_stride = points * kPanel;
  const int64_t count = tiles.count(), depth = job.shape.depth(), pieces = divided(count, Rows);
  // Half a line or more between the points: else their values would fall into few sets of the cache.
  const int64_t lanes_stride = count * Lanes, point_stride = count * depth + kGroup;
  float *inputs = space, *products = space + points * point_stride;
  for (int64_t t = 0; t < count; t++)
    transform_input<P, Lanes>(job, tiles.begin + t, inputs + t * Lanes, point_stride, lanes_stride);
  const float *filter = job.filters + panels.begin * points * depth * kPanel;
  for (int64_t panel = panels.begin; panel < panels.end; panel++) {
    for (int64_t p = 0; p < points; p++, filter += depth * kPanel)
      for (int64_t piece = 0; piece < pieces; piece++) {
        const auto rows = Range{0, count}.part(piece, pieces);
        for (int64_t o = 0; o < kPanel; o += 2 * Lanes)
          multiply<Rows, Lanes>(rows.count(), inputs + p * point_stride + rows.begin * Lanes, lanes_stride, filter + o,
                                depth, products + rows.begin * row_stride + p * kPanel + o, row_stride);
      }
    for (int64_t t = 0; t < count; t++)
      transform_output<P, Lanes>(job, tiles.begin + t, panel, products + t * row_stride);
  }
}

using Kernel = void (*)(const Job &job, const Range &tiles, const Range &panels, float *space);

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
// Twice kRows sums, in 32 registers of 16 floats; half as many, in 16 of 8.
#define ET_KERNEL(name, arch, ...)                                                                                     \
  __attribute__((target("arch=" arch))) void name(const Job &job, const Range &tiles, const Range &panels,             \
                                                  float *space) {                                                      \
    run_block<__VA_ARGS__>(job, tiles, panels, space);                                                                 \
  }
ET_KERNEL(run_3_v4, "x86-64-v4", Points<3>, kRows, 16)
ET_KERNEL(run_4_v4, "x86-64-v4", Points<4>, kRows, 16)
ET_KERNEL(run_3_v3, "x86-64-v3", Points<3>, kRows / 2, 8)
ET_KERNEL(run_4_v3, "x86-64-v3", Points<4>, kRows / 2, 8)
#undef ET_KERNEL

Kernel kernel(int64_t side) {
  static const bool v4 = __builtin_cpu_supports("x86-64-v4"), v3 = __builtin_cpu_supports("x86-64-v3");
  if (v4)
    return side == 3 ? run_3_v4 : run_4_v4;
  return !v3 ? nullptr : side == 3 ? run_3_v3 : run_4_v3;
}
#else
Kernel kernel(int64_t) { return nullptr; }
#endif

// About what it takes, in multiplications: transforming a value costs as much as 13 more of them, and a filter that is
// read as much as 8 more tiles (measured, Zen 4).
constexpr int64_t kTransform = 13, kRead = 8;

int64_t cost(const Shape &shape) {
  const int64_t outputs = shape.panels() * kPanel;
  return shape.points() *
         ((shape.tiles() + kRead) * shape.depth() * outputs + kTransform * shape.tiles() * (shape.depth() + outputs));
}

int64_t direct_cost(const Shape &shape) {
  return 9 * (shape.images * shape.height * shape.width + kRead) * shape.channels * shape.outputs;
}

template <class P> void transform_filters(const float *weight, const Shape &shape, float *to) {
  constexpr int n = P::kCount;
  double at[n][3]; // at[i] · (three coefficients): the value at a point, over what interpolation divides by
  for (int i = 0; i < n; i++) {
    const bool finite = i + 1 < n;
    double divisor = 1, power = 1;
    for (int j = 0; finite && j + 1 < n; j++)
      divisor *= i == j ? 1 : P::kFinite[i] - P::kFinite[j];
    for (int k = 0; k < 3; k++, power *= finite ? P::kFinite[i] : 1)
      at[i][k] = finite ? power / divisor : k == 2;
  }
  const int64_t depth = shape.depth();
  at::parallel_for(0, depth, 1, [&](int64_t begin, int64_t end) {
    for (int64_t c = begin; c < end; c++)
      for (int64_t o = 0; o < shape.panels() * kPanel; o++) {
        double half[3][n] = {};
        if (c < shape.channels && o < shape.outputs)
          for (int i = 0; i < 3; i++) {
            const float *row = weight + (o * shape.channels + c) * 9 + i * 3;
            for (int j = 0; j < n; j++)
              half[i][j] = at[j][0] * row[0] + at[j][1] * row[1] + at[j][2] * row[2];
          }
        float *values = to + (o / kPanel * n * n * depth + c) * kPanel + o % kPanel;
        for (int i = 0; i < n; i++)
          for (int j = 0; j < n; j++)
            values[(i * n + j) * depth * kPanel] =
                static_cast<float>(at[i][0] * half[0][j] + at[i][1] * half[1][j] + at[i][2] * half[2][j]);
      }
  });
}

bool all(at::IntArrayRef values, int64_t value) {
  return std::all_of(values.begin(), values.end(), [&](int64_t v) { return v == value; });
}

} // namespace

namespace et::winograd {

int64_t tile_side(const at::Tensor &input, const at::Tensor &weight, at::IntArrayRef stride, at::IntArrayRef padding,
                  at::IntArrayRef dilation, int64_t groups) {
  const int64_t channels = input.size(1), outputs = weight.size(0);
  const bool exists = input.scalar_type() == at::kFloat && weight.scalar_type() == at::kFloat &&
                      weight.sizes() == at::IntArrayRef({outputs, channels, 3, 3}) && all(stride, 1) &&
                      all(padding, 1) && all(dilation, 1) && groups == 1 &&
                      input.is_contiguous(at::MemoryFormat::ChannelsLast) && kernel(3) != nullptr;
  if (!exists)
    return 0;
  const auto with = [&](int64_t side) {
    return Shape{input.size(0), input.size(2), input.size(3), channels, outputs, side};
  };
  const int64_t best = cost(with(3)) < cost(with(4)) ? 3 : 4;
  return cost(with(best)) < direct_cost(with(best)) ? best : 0;
}

at::Tensor prepare(const at::Tensor &weight, int64_t side) {
  const Shape shape{0, 0, 0, weight.size(1), weight.size(0), side};
  const auto plain = weight.detach().contiguous();
  auto filters = at::empty({shape.panels(), shape.points(), shape.depth(), kPanel}, plain.options());
  auto transform = side == 3 ? transform_filters<Points<3>> : transform_filters<Points<4>>;
  transform(plain.data_ptr<float>(), shape, filters.data_ptr<float>());
  return filters;
}

at::Tensor convolve_relu(const at::Tensor &input, const at::Tensor &filters, const at::Tensor &bias, int64_t outputs,
                         int64_t side) {
  const Shape shape{input.size(0), input.size(2), input.size(3), input.size(1), outputs, side};
  auto result =
      at::empty({shape.images, outputs, shape.height, shape.width}, input.options(), at::MemoryFormat::ChannelsLast);
  const std::vector<float> outside(static_cast<size_t>(shape.channels));
  std::vector<float> shift(static_cast<size_t>(shape.panels() * kPanel));
  if (bias.defined())
    std::copy_n(bias.contiguous().data_ptr<float>(), outputs, shift.begin());
  const Job job{shape,        input.data_ptr<float>(), filters.data_ptr<float>(),
                shift.data(), outside.data(),          result.data_ptr<float>()};

  // Where there are fewer blocks than threads, several share the tiles and take a part of the outputs each.
  const int64_t threads = at::get_num_threads();
  const int64_t tile_parts = std::min(threads, divided(shape.tiles(), kRows));
  const int64_t panel_parts = std::min(threads / tile_parts, shape.panels());
  const auto run = kernel(side);
  at::parallel_for(0, tile_parts * panel_parts, 1, [&](int64_t begin, int64_t end) {
    const auto space = c10::GetCPUAllocator()->allocate(static_cast<size_t>(shape.space()) * sizeof(float));
    for (int64_t i = begin; i < end; i++) {
      const auto panels = Range{0, shape.panels()}.part(i % panel_parts, panel_parts);
      const auto tiles = Range{0, shape.tiles()}.part(i / panel_parts, tile_parts);
      const int64_t blocks = divided(tiles.count(), shape.block());
      for (int64_t block = 0; block < blocks; block++)
        run(job, tiles.part(block, blocks), panels, static_cast<float *>(space.get()));
    }
  });
  return result;
}

} // namespace et::winograd
