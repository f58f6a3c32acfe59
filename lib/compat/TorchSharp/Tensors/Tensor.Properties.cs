using System.Runtime.CompilerServices;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        internal long Dimensions
        {
            get
            {
                Check(et_tensor_dim(this, out var dim));
                return dim;
            }
        }

        internal long ElementSize
        {
            get
            {
                Check(et_tensor_element_size(this, out var size));
                return size;
            }
        }

        public long[] shape => size();

        public ScalarType dtype
        {
            get
            {
                Check(et_tensor_dtype(this, out var dtype));
                return (ScalarType)dtype;
            }
        }

        public Device device
        {
            get
            {
                Check(et_tensor_device(this, out var type, out var index));
                return type == (int)DeviceType.CPU ? CPU : new Device((DeviceType)type, index);
            }
        }

        internal bool is_leaf
        {
            get
            {
                Check(et_tensor_is_leaf(this, out var value));
                return value != 0;
            }
        }

        public bool requires_grad
        {
            get
            {
                Check(et_tensor_requires_grad(this, out var value));
                return value != 0;
            }
            set => Check(et_tensor_set_requires_grad(this, value ? 1 : 0));
        }

        /// <summary>The gradient, as a new handle at every reading; null where there is none.</summary>
        public Tensor? grad
        {
            get
            {
                Check(et_tensor_grad(this, out var result));
                return result == 0 ? null : new Tensor(result);
            }
            set => Check(et_tensor_set_grad(this, value));
        }

        /// <summary>The memory of a contiguous tensor on the CPU.</summary>
        public Span<byte> bytes
        {
            get
            {
                var length = numel() * ElementSize;
                if (!is_contiguous())
                    throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
                if (length > int.MaxValue)
                    throw new ArgumentException("Span only supports up to int.MaxValue elements.");
                ThrowIfNotOnCpu();
                Check(et_tensor_data(this, out var data));
                unsafe
                {
                    return new Span<byte>((void*)data, (int)length);
                }
            }
            set
            {
                if (!is_contiguous())
                    throw new InvalidOperationException("SetBytes() called on non-contiguous tensor.");
                if (numel() * ElementSize != value.Length)
                    throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(bytes);
            }
        }

        public long numel()
        {
            Check(et_tensor_numel(this, out var numel));
            return numel;
        }

        public long size(int dim)
        {
            Check(et_tensor_size(this, dim, out var size));
            return size;
        }

        public long[] size()
        {
            var sizes = new long[Dimensions];
            Check(et_tensor_sizes(this, sizes));
            return sizes;
        }

        internal long[] stride()
        {
            var strides = new long[Dimensions];
            Check(et_tensor_strides(this, strides));
            return strides;
        }

        public bool is_contiguous()
        {
            Check(et_tensor_is_contiguous(this, out var value));
            return value != 0;
        }

        internal Tensor WithGradient(bool requires)
        {
            requires_grad = requires;
            return this;
        }

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false)
        {
            if (grad_tensors is { Count: > 1 })
                throw new ArgumentException("One tensor has at most one gradient.", nameof(grad_tensors));
            Check(et_tensor_backward(this, grad_tensors is [var grad] ? grad : null, retain_graph ? 1 : 0, create_graph ? 1 : 0));
        }

        /// <summary>The elements in row-major order; those of another device are copied first.</summary>
        public Utils.TensorAccessor<T> data<T>() where T : unmanaged
        {
            ValidateType(typeof(T));
            return new Utils.TensorAccessor<T>(device.type == DeviceType.CPU ? this : cpu());
        }

        public T item<T>() where T : unmanaged
        {
            if (numel() != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            return data<T>().First;
        }

        /// <summary>The one element of a tensor, as a number.</summary>
        internal NativeScalar Number()
        {
            Check(et_tensor_item(this, out var value));
            return value;
        }

        internal void ThrowIfNotOnCpu()
        {
            if (device.type != DeviceType.CPU)
                throw new InvalidOperationException(
                    "Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        }

        internal void ValidateType(Type dotnetType, [CallerMemberName] string? caller = null)
        {
            var expected = dtype switch
            {
                ScalarType.Byte => typeof(byte),
                ScalarType.Int8 => typeof(sbyte),
                ScalarType.Int16 => typeof(short),
                ScalarType.Int32 => typeof(int),
                ScalarType.Int64 => typeof(long),
                ScalarType.Bool => typeof(bool),
                ScalarType.Float16 => typeof(Half),
                ScalarType.Float32 => typeof(float),
                ScalarType.Float64 => typeof(double),
                _ => throw new ArgumentException($"No support for {dtype} in TorchSharp", caller),
            };
            if (dotnetType != expected)
                throw new ArgumentException($"{dotnetType.Name} is not compatible with {dtype}", caller);
        }
    }
}
