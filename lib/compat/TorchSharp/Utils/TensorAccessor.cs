using System.Collections;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp.Utils;

#pragma warning disable CA2201 // IndexOutOfRangeException is what the package throws

/// <summary>The elements of a CPU tensor in row-major order, whatever its strides; keeps the tensor alive.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;
    private torch.Tensor? _tensor;

    internal TensorAccessor(torch.Tensor tensor)
    {
        tensor.ThrowIfNotOnCpu();
        _tensor = tensor;
        _shape = tensor.shape;
        _strides = tensor.stride();
        _contiguous = tensor.is_contiguous();
        Count = tensor.numel();
    }

    internal long Count { get; }

    internal T First => At(Offset(0));

    public T[] ToArray()
    {
        var result = new T[Count];
        if (Count > 0)
            CopyTo(result);
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ThrowIfOutside(tensorIndex);
        var count = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (count <= 0)
            return;
        if (_contiguous)
        {
            unsafe
            {
                new ReadOnlySpan<T>((T*)Data() + tensorIndex, count).CopyTo(array[arrayIndex..]);
            }
            GC.KeepAlive(_tensor);
            return;
        }
        for (var i = 0; i < count; i++)
            array[arrayIndex + i] = At(Offset(tensorIndex + i));
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++)
            yield return At(Offset(i));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => _tensor = null;

    private nint Data()
    {
        ObjectDisposedException.ThrowIf(_tensor is null, this);
        Check(et_tensor_data(_tensor, out var data));
        return data;
    }

    private unsafe ref T At(long offset) => ref ((T*)Data())[offset];

    private long Offset(long index)
    {
        if (index >= Count)
            throw new IndexOutOfRangeException($"{index} in a collection of {Count} elements.");
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (_contiguous)
            return index;
        long offset = 0;
        for (var i = _shape.Length - 1; i >= 0; i--)
        {
            (index, var position) = Math.DivRem(index, _shape[i]);
            offset += position * _strides[i];
        }
        return offset;
    }

    private void ThrowIfOutside(long tensorIndex)
    {
        if (tensorIndex < 0 || tensorIndex >= Count)
            throw new ArgumentOutOfRangeException(nameof(tensorIndex));
    }
}
