// A 3×3 convolution and the ReLU after it by Winograd's minimal filtering (Lavin & Gray, arXiv 1509.09308): a half to a
// quarter of the multiplications, for more additions, four times the memory for weights, and errors of about twice the
// size.
#pragma once

#include <ATen/core/Tensor.h>

namespace et::winograd {

// The side of the squares that the output of a batch is cut into, or 0 where this way does not exist or does not pay: a
// matter of shapes, layout, types and processor alone.
int64_t tile_side(const at::Tensor &input, const at::Tensor &weight, at::IntArrayRef stride, at::IntArrayRef padding,
                  at::IntArrayRef dilation, int64_t groups);

// (Cout, Cin, 3, 3) → the filters as `convolve_relu` reads them, for tiles of this side.
at::Tensor prepare(const at::Tensor &weight, int64_t side);

// max(0, conv2d) of a channels-last input with padding 1, in the same layout. The same input gives the same bits on any
// number of threads.
at::Tensor convolve_relu(const at::Tensor &input, const at::Tensor &filters, const at::Tensor &bias, int64_t outputs,
                         int64_t side);

} // namespace et::winograd
