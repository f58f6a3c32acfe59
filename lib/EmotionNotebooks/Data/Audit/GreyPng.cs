using System.Buffers.Binary;
using System.IO.Compression;

namespace EmotionNotebooks.Data.Audit;

/// <summary>Small grey pictures as PNG (ISO/IEC 15948), for pages: in memory, and without native code.</summary>
internal static class GreyPng
{
    /// <summary>A face as a PNG.</summary>
    /// <param name="face">(48, 48) grey bytes.</param>
    public static byte[] Encode(ReadOnlySpan<byte> face)
    {
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, FaceSet.Side);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], FaceSet.Side);
        header[8] = 8; // bits per pixel; all else is zero: grey, deflate, no interlace
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        PngChunk.Write(png, "IHDR"u8, header);
        PngChunk.Write(png, "IDAT"u8, Compress(face));
        PngChunk.Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> face)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            Span<byte> row = stackalloc byte[1 + FaceSet.Side];
            for (var y = 0; y < FaceSet.Side; y++)
            {
                // Each row but the first as its difference from the row above (filter 2), which compresses better.
                row[0] = (byte)(y == 0 ? 0 : 2);
                for (var x = 0; x < FaceSet.Side; x++)
                {
                    var at = y * FaceSet.Side + x;
                    row[1 + x] = (byte)(face[at] - (y == 0 ? 0 : face[at - FaceSet.Side]));
                }

                deflate.Write(row);
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }
}
