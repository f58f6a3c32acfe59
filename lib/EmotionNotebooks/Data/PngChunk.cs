using System.Buffers.Binary;

namespace EmotionNotebooks.Data;

/// <summary>The parts that a PNG is made of (ISO/IEC 15948): length, type, data, checksum.</summary>
internal static class PngChunk
{
    /// <summary>Writes one.</summary>
    /// <param name="png">The picture's file so far.</param>
    /// <param name="type">Four letters.</param>
    /// <param name="data">What it holds.</param>
    public static void Write(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Append(Crc32.Append(0, type), data));
        png.Write(number);
    }
}
