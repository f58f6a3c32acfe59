using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace EmotionNotebooks.Compat.SixLabors.ImageSharp.Tests;

/// <summary>Writes a grey PNG of 16 bits a pixel, which the subset itself can't (PNG specification, second edition).</summary>
internal static class SixteenBitPng
{
    public static byte[] Write(int width, int height, ushort[] pixels)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 16; // bits; colour type 0 (grey), no filter choice, no interlacing
        var rows = new byte[height * ((2 * width) + 1)]; // a filter byte of 0 before each row
        for (var i = 0; i < pixels.Length; i++)
        {
            var at = (i / width * ((2 * width) + 1)) + 1 + (i % width * 2);
            BinaryPrimitives.WriteUInt16BigEndian(rows.AsSpan(at), pixels[i]);
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc(body));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
