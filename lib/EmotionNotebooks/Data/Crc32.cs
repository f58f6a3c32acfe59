using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace EmotionNotebooks.Data;

/// <summary>The checksum of zip members (ISO 3309, polynomial 0xEDB88320), eight bytes a step.</summary>
internal static class Crc32
{
    // Table k stands at 256 k: what a byte does to the checksum once k more bytes have followed.
    private static readonly uint[] Tables = MakeTables();

    /// <summary>The checksum of more bytes.</summary>
    /// <param name="crc">The checksum of the bytes before; 0 where there are none.</param>
    /// <param name="bytes">The bytes that follow.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // from the first block on: a file is read once
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables.AsSpan(0, 8 * 256);
        crc = ~crc;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = tables[(7 * 256) + (byte)low] ^ tables[(6 * 256) + (byte)(low >> 8)]
                ^ tables[(5 * 256) + (byte)(low >> 16)] ^ tables[(4 * 256) + (int)(low >> 24)]
                ^ tables[(3 * 256) + (byte)high] ^ tables[(2 * 256) + (byte)(high >> 8)]
                ^ tables[256 + (byte)(high >> 16)] ^ tables[(int)(high >> 24)];
        }

        foreach (var octet in bytes)
            crc = tables[(byte)(crc ^ octet)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeTables()
    {
        var tables = new uint[8 * 256];
        for (var i = 0; i < tables.Length; i++)
        {
            var crc = i < 256 ? (uint)i : tables[i - 256];
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            tables[i] = crc;
        }

        return tables;
    }
}
