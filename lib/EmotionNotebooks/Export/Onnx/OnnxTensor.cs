using System.Runtime.InteropServices;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>A constant of a graph, such as a layer's weights.</summary>
/// <param name="Name">Its name, once in a graph.</param>
/// <param name="Type">Type of its elements.</param>
/// <param name="Shape">Its sides; none for a single number.</param>
/// <param name="Bytes">Its elements, row-major, little-endian.</param>
internal sealed record OnnxTensor(string Name, OnnxType Type, IReadOnlyList<long> Shape, byte[] Bytes)
{
    /// <summary>A float32 constant.</summary>
    internal static OnnxTensor Of(string name, IReadOnlyList<long> shape, ReadOnlySpan<float> values) =>
        new(name, OnnxType.Float32, shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>An int64 constant of one side.</summary>
    internal static OnnxTensor Of(string name, params ReadOnlySpan<long> values) =>
        new(name, OnnxType.Int64, [values.Length], MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>Bytes of one element.</summary>
    internal static int SizeOf(OnnxType type) => type switch
    {
        OnnxType.Float32 or OnnxType.Int32 => 4,
        OnnxType.UInt8 or OnnxType.Int8 => 1,
        OnnxType.Int64 => 8,
        OnnxType.Float16 => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no type that is written here"),
    };

    /// <summary>Its elements as numbers, whatever their type.</summary>
    internal float[] ToSingles() => Type switch
    {
        OnnxType.Float32 => MemoryMarshal.Cast<byte, float>(Bytes).ToArray(),
        OnnxType.Float16 => Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(Bytes).ToArray(), value => (float)value),
        OnnxType.UInt8 => Array.ConvertAll(Bytes, value => (float)value),
        OnnxType.Int8 => Array.ConvertAll(MemoryMarshal.Cast<byte, sbyte>(Bytes).ToArray(), value => (float)value),
        OnnxType.Int32 => Array.ConvertAll(MemoryMarshal.Cast<byte, int>(Bytes).ToArray(), value => (float)value),
        _ => Array.ConvertAll(ToIntegers(), value => (float)value),
    };

    /// <summary>The elements of an int64 constant.</summary>
    internal long[] ToIntegers() => Type == OnnxType.Int64
        ? MemoryMarshal.Cast<byte, long>(Bytes).ToArray()
        : throw new InvalidDataException($"the constant '{Name}' is {Type}; expected Int64");
}
