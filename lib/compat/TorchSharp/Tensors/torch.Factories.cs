using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    private delegate int Maker(ReadOnlySpan<long> sizes, int dtype, Device device, out nint result);

    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Make(size, dtype, device, requires_grad, static (sizes, dtype, device, out result) =>
            et_full(sizes, sizes.Length, Scalar.ValueOf(0), dtype, (int)device.type, device.index, out result));

    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros((ReadOnlySpan<long>)size, dtype, device, requires_grad);

    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros((ReadOnlySpan<long>)[size], dtype, device, requires_grad);

    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros((ReadOnlySpan<long>)[rows, columns], dtype, device, requires_grad);

    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros((ReadOnlySpan<long>)[dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Make(size, dtype, device, requires_grad, static (sizes, dtype, device, out result) =>
            et_empty(sizes, sizes.Length, dtype, (int)device.type, device.index, out result));

    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty((ReadOnlySpan<long>)size, dtype, device, requires_grad);

    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty((ReadOnlySpan<long>)[size], dtype, device, requires_grad);

    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty((ReadOnlySpan<long>)[rows, columns], dtype, device, requires_grad);

    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Make(size, dtype, device, requires_grad, (sizes, dtype, device, out result) =>
            et_rand(sizes, sizes.Length, generator, dtype, (int)device.type, device.index, out result));

    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        rand((ReadOnlySpan<long>)size, dtype, device, requires_grad, generator);

    public static Tensor rand(long size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand((ReadOnlySpan<long>)[size], dtype, device, requires_grad, generator);

    public static Tensor rand(long rows, long columns,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand((ReadOnlySpan<long>)[rows, columns], dtype, device, requires_grad, generator);

    public static Tensor rand(long dim0, long dim1, long dim2, long dim3,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand((ReadOnlySpan<long>)[dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Make(size, dtype, device, requires_grad, (sizes, dtype, device, out result) =>
            et_randn(sizes, sizes.Length, generator, dtype, (int)device.type, device.index, out result));

    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        randn((ReadOnlySpan<long>)size, dtype, device, requires_grad, generator);

    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        var whole = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        dtype ??= whole ? ScalarType.Int64 : ScalarType.Float32;
        device = InitializeDevice(device);
        return Returned(et_arange(Scalar.ValueOf(start), Scalar.ValueOf(stop), Scalar.ValueOf(step), (int)dtype,
            (int)device.type, device.index, out var result), result).WithGradient(requires_grad);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null) =>
        Make(size, dtype ?? ScalarType.Int64, device, requires_grad, (sizes, dtype, device, out result) =>
            et_randint(low, high, sizes, sizes.Length, generator, dtype, (int)device.type, device.index, out result));

    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator);

    private static Tensor Make(ReadOnlySpan<long> sizes, ScalarType? dtype, Device? device, bool requiresGrad, Maker maker)
    {
        var made = Returned(maker(sizes, (int)(dtype ?? ScalarType.Float32), InitializeDevice(device), out var result), result);
        return requiresGrad ? made.WithGradient(true) : made;
    }

    // Copies managed memory; the dimensions' product must be the number of elements.
    private static unsafe Tensor FromSpan<T>(ReadOnlySpan<T> data, ReadOnlySpan<long> dimensions, ScalarType origin,
        ScalarType? dtype, Device? device, bool requiresGrad) where T : unmanaged
    {
        var product = 1L;
        foreach (var dimension in dimensions)
            product *= dimension;
        if (product > data.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {product} vs. {data.Length}");
        var target = InitializeDevice(device);
        fixed (T* start = data)
        {
            var made = Returned(et_from_data((nint)start, product * sizeof(T), dimensions, dimensions.Length, (int)origin,
                out var result), result);
            if ((dtype ?? origin) != origin || target.type != DeviceType.CPU)
                made = made.to(dtype ?? origin, target, disposeAfter: true);
            return requiresGrad ? made.WithGradient(true) : made;
        }
    }
}
