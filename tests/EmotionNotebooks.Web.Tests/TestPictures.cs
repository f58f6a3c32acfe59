using System.Buffers.Binary;
using System.IO.Compression;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Web.Tests;

/// <summary>Pictures that tests make.</summary>
internal static class TestPictures
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(i =>
        Enumerable.Range(0, 8).Aggregate((uint)i, (crc, _) => (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1)))];

    private static readonly FaceSet Drawn = SampleFaces.Generate(100, 7);

    /// <summary>A generated face as PNG.</summary>
    public static byte[] Face(int index) => FacePicture.EncodePng(Pixels(index));

    /// <summary>Its 48 × 48 grey bytes.</summary>
    public static byte[] Pixels(int index) => Drawn.Pixels.Slice(index * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace).ToArray();

    /// <summary>A grey PNG of one brightness.</summary>
    public static byte[] Blank(int width, int height) => Png(width, height, Rows(width, height));

    /// <summary>A PNG that says one size and holds other rows.</summary>
    public static byte[] Png(int width, int height, byte[] filteredRows)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits; colour type 0 is grey
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR"u8, header);
        using (var packed = new MemoryStream())
        {
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                zlib.Write(filteredRows);
            }

            Chunk(png, "IDAT"u8, packed.ToArray());
        }

        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>Rows of zeros, each after its filter's byte.</summary>
    public static byte[] Rows(int width, int height) => new byte[(width + 1) * height];

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        var frame = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(frame, data.Length);
        type.CopyTo(frame.AsSpan(4));
        data.CopyTo(frame, 8);
        var crc = ~frame.AsSpan(4, data.Length + 4).ToArray().Aggregate(uint.MaxValue, (crc, b) => CrcTable[(crc ^ b) & 0xFF] ^ (crc >> 8));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(data.Length + 8), crc);
        png.Write(frame);
    }
}
