using System.Buffers.Binary;
using System.Numerics;

namespace EmotionNotebooks.Training.TensorBoard;

/// <summary>TensorFlow's record files (tensorflow/core/lib/io/record_writer.h): each record with its length, and both with a checksum.</summary>
internal static class TensorRecord
{
    /// <summary>A record around data: length (uint64), masked CRC-32C of the length (uint32), data, masked CRC-32C of the data (uint32); all
    /// little-endian.</summary>
    /// <param name="data">What the record holds.</param>
    public static byte[] Frame(ReadOnlySpan<byte> data)
    {
        var record = new byte[sizeof(ulong) + sizeof(uint) + data.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), Masked(Crc32C(record.AsSpan(0, sizeof(ulong)))));
        data.CopyTo(record.AsSpan(sizeof(ulong) + sizeof(uint)));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(record.Length - sizeof(uint)), Masked(Crc32C(data)));
        return record;
    }

    /// <summary>CRC-32C (RFC 3720, appendix B.4) of some bytes.</summary>
    /// <param name="data">The bytes.</param>
    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }

    /// <summary>A checksum as it is stored, so that data which holds checksums has no checksum of its own kind (crc32c.h).</summary>
    /// <param name="crc">The plain checksum.</param>
    public static uint Masked(uint crc) => BitOperations.RotateRight(crc, 15) + 0xA282EAD8;
}
