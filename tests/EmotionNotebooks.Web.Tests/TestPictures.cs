using System.Buffers.Binary;
using System.IO.Compression;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Web.Tests;

/// <summary>Pictures that tests make.</summary>
internal static class TestPictures
{
    private static readonly FaceSet Drawn = SampleFaces.Generate(200, 7);

    /// <summary>A generated face as PNG.</summary>
    public static byte[] Face(int index) => FacePicture.EncodePng(Pixels(index));

    /// <summary>Its 48 × 48 grey bytes.</summary>
    public static byte[] Pixels(int index) => Drawn.Pixels.Slice(index * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace).ToArray();

    /// <summary>Generated faces side by side, each enlarged to 144 × 144 on grey, as PNG.</summary>
    public static byte[] Sheet(int count)
    {
        const int zoom = 3, border = 36, side = 48 * zoom;
        var (width, height) = (border + count * (side + border), side + 2 * border);
        var rows = Rows(width, height);
        for (var y = 0; y < height; y++)
        {
            rows.AsSpan(y * (width + 1) + 1, width).Fill(128);
        }

        for (var i = 0; i < count; i++)
        {
            var face = Pixels(i);
            for (var p = 0; p < side * side; p++)
            {
                var (y, x) = (p / side, p % side);
                rows[(border + y) * (width + 1) + 1 + border + i * (side + border) + x] = face[y / zoom * 48 + x / zoom];
            }
        }

        return Png(width, height, rows);
    }

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
        PngChunk.Write(png, "IHDR"u8, header);
        using (var packed = new MemoryStream())
        {
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                zlib.Write(filteredRows);
            }

            PngChunk.Write(png, "IDAT"u8, packed.ToArray());
        }

        PngChunk.Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>Rows of zeros, each after its filter's byte.</summary>
    public static byte[] Rows(int width, int height) => new byte[(width + 1) * height];
}
