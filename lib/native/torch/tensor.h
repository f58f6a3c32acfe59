// One tensor: life, properties, memory, conversions, gradient.
#pragma once

#include "types.h"

ET_API et_status et_tensor_free(et_tensor *self);
// Another handle to the same tensor.
ET_API et_status et_tensor_alias(et_tensor *self, et_tensor **result);

ET_API et_status et_tensor_dim(et_tensor *self, int64_t *dim);
ET_API et_status et_tensor_numel(et_tensor *self, int64_t *numel);
ET_API et_status et_tensor_element_size(et_tensor *self, int64_t *size);
ET_API et_status et_tensor_size(et_tensor *self, int64_t dim, int64_t *size);
// Both write exactly et_tensor_dim numbers.
ET_API et_status et_tensor_sizes(et_tensor *self, int64_t *sizes);
ET_API et_status et_tensor_strides(et_tensor *self, int64_t *strides);
ET_API et_status et_tensor_dtype(et_tensor *self, int32_t *dtype);
ET_API et_status et_tensor_device(et_tensor *self, int32_t *type, int32_t *index);
ET_API et_status et_tensor_is_contiguous(et_tensor *self, int32_t *value);
ET_API et_status et_tensor_is_leaf(et_tensor *self, int32_t *value);
ET_API et_status et_tensor_requires_grad(et_tensor *self, int32_t *value);
ET_API et_status et_tensor_set_requires_grad(et_tensor *self, int32_t value);

// The first element's address; valid while the tensor lives and is not resized.
ET_API et_status et_tensor_data(et_tensor *self, void **data);
// The single element of a one-element tensor.
ET_API et_status et_tensor_item(et_tensor *self, et_scalar *value);

// device type -1: stay; dtype -1: stay.
ET_API et_status et_tensor_to(et_tensor *self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t copy,
                              int32_t non_blocking, et_tensor **result);
ET_API et_status et_tensor_detach(et_tensor *self, et_tensor **result);
ET_API et_status et_tensor_contiguous(et_tensor *self, et_tensor **result);
ET_API et_status et_tensor_channels_last(et_tensor *self, et_tensor **result);
// Makes the tensor hold what `source` holds (device, dtype, layout), keeping its identity and its gradient.
ET_API et_status et_tensor_set_data(et_tensor *self, et_tensor *source);
// Relays the tensor's own memory (and its gradient's) as channels-last; other handles see it too.
ET_API et_status et_tensor_channels_last_(et_tensor *self);
ET_API et_status et_tensor_copy_(et_tensor *self, et_tensor *source, int32_t non_blocking);

// `result` is null where there is no gradient.
ET_API et_status et_tensor_grad(et_tensor *self, et_tensor **result);
// A null gradient takes it away.
ET_API et_status et_tensor_set_grad(et_tensor *self, et_tensor *grad);
// Gradient of a scalar (or, with `grad`, of any tensor) with respect to the leaves.
ET_API et_status et_tensor_backward(et_tensor *self, et_tensor *grad, int32_t retain_graph, int32_t create_graph);
