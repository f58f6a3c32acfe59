using TorchSharp.Modules;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>(N, Cin, H, W) → (N, Cout, H', W').</summary>
        public sealed class Conv2d : Convolution
        {
            internal Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long)? padding,
                Padding? padding_type, (long, long) dilation, long groups, bool bias, PaddingModes padding_mode, torch.Device? device,
                torch.ScalarType? dtype)
                : base(nameof(Conv2d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2], [stride.Item1, stride.Item2],
                    padding is { } sides ? [sides.Item1, sides.Item2] : null, padding_type, [dilation.Item1, dilation.Item2], groups,
                    bias, padding_mode, device, dtype)
            {
            }

            public override torch.Tensor forward(torch.Tensor input)
            {
                var dimensions = input.ndim;
                if (dimensions is not (3 or 4) || input.size((int)dimensions - 3) != in_channels)
                    throw new ArgumentException(
                        $"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to Conv2d.");
                if (padding_mode != PaddingModes.Zeros)
                {
                    using var padded = torch.nn.functional.pad(input, ReversedPadding(), padding_mode);
                    return torch.nn.functional.conv2d(padded, weight, bias, stride, [0, 0], dilation, groups);
                }
                return padding_type is { } kind
                    ? torch.nn.functional.conv2d_padding(input, weight, bias, stride, kind, dilation, groups)
                    : torch.nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), null,
                    (dilation, dilation), groups, bias, padding_mode, device, dtype);

            public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), null, dilation ?? (1, 1), groups,
                    bias, padding_mode, device, dtype);

            public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), null, padding, (dilation, dilation),
                    groups, bias, padding_mode, device, dtype);

            public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, Padding padding,
                (long, long)? stride = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride ?? (1, 1), null, padding, dilation ?? (1, 1), groups, bias,
                    padding_mode, device, dtype);

            public static partial class functional
            {
                public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                    Returned(et_conv2d(input, weight, bias, Two(strides, 1), Two(padding, 0), Two(dilation, 1), groups, out var result),
                        result);

                public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                    padding == Padding.Valid
                        ? conv2d(input, weight, bias, strides, [0, 0], dilation, groups)
                        : Returned(et_conv2d_same(input, weight, bias, Two(strides, 1), Two(dilation, 1), groups, out var result), result);

                /// <summary>Two numbers from two, from one, or from none.</summary>
                private static long[] Two(long[]? values, long otherwise) => values switch
                {
                    null => [otherwise, otherwise],
                    [var both] => [both, both],
                    [_, _] => values,
                    _ => throw new ArgumentException($"Expected one or two numbers, but got {values.Length}."),
                };

                private static long[] Two(long value) => [value, value];

                private static long[] Two((long, long) values) => [values.Item1, values.Item2];

                private static long[]? Two((long, long)? values) => values is { } two ? [two.Item1, two.Item2] : null;
            }
        }
    }
}
