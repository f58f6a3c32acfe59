using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>(N, Cin, H, W) → (N, Cout, H', W').</summary>
        public sealed class Conv2d : Convolution
        {
            private readonly long _channels;
            private readonly PaddingModes _mode;
            private readonly long[] _padding;
            private PreparedConvolution? _prepared;

            internal Conv2d(long in_channels, long out_channels, long kernel_size, long stride, long padding, long dilation,
                PaddingModes padding_mode, long groups, bool bias, torch.Device? device, torch.ScalarType? dtype)
                : base(nameof(Conv2d), [out_channels, in_channels / groups, kernel_size, kernel_size], bias, device, dtype)
            {
                _channels = in_channels;
                this.stride = [stride, stride];
                _padding = [padding, padding];
                this.dilation = [dilation, dilation];
                _mode = padding_mode;
                this.groups = groups;
            }

            public long[] stride { get; }

            public long[]? padding => _padding;

            public long[] dilation { get; }

            public long groups { get; }

            /// <summary>Whether <see cref="ForwardReLU"/> can stand for this and a ReLU.</summary>
            internal bool TakesReLU => !HasHooks && _mode == PaddingModes.Zeros;

            public override torch.Tensor forward(torch.Tensor input)
            {
                ThrowIfUnfit(input);
                if (_mode == PaddingModes.Zeros)
                    return Convolve(input, _padding);
                using var padded = Returned(et_pad(input, [.. _padding, .. _padding], 4, (int)_mode, 0, out var result), result);
                return Convolve(padded, [0, 0]);
            }

            /// <summary>The forward pass, with the ReLU that follows done while the result is written; for inference the weights are
            /// laid out once.</summary>
            internal torch.Tensor ForwardReLU(torch.Tensor input)
            {
                ThrowIfUnfit(input);
                var prepared = _prepared ?? Interlocked.CompareExchange(ref _prepared, new(), null) ?? _prepared!;
                return Returned(
                    et_conv2d_relu(input, weight, bias, stride, _padding, dilation, groups, prepared, out var result), result);
            }

            protected override void Dispose(bool disposing)
            {
                if (disposing)
                    _prepared?.Dispose();
                base.Dispose(disposing);
            }

            private void ThrowIfUnfit(torch.Tensor input)
            {
                var dimensions = input.Dimensions;
                if (dimensions is not (3 or 4) || input.size((int)dimensions - 3) != _channels)
                    throw new ArgumentException($"Expected 3D (unbatched) or 4D (batched) input with {_channels} channels to Conv2d.");
            }

            private torch.Tensor Convolve(torch.Tensor input, long[] padding) =>
                Returned(et_conv2d(input, weight, bias, stride, padding, dilation, groups, out var result), result);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride, padding, dilation, padding_mode, groups, bias, device, dtype);
        }
    }
}
