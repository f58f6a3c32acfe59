using static System.Buffers.Binary.BinaryPrimitives;

namespace SixLabors.ImageSharp.Native;

/// <summary>WebP (RFC 9649): one chunk with a lossy (VP8) or lossless (VP8L) picture, or VP8X followed by several.</summary>
internal static class WebpHeader
{
    private const int Animated = 0x02;

    public static PictureHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 30)
            throw PictureHeader.Damaged(PictureFormat.Webp, "its header is incomplete");
        var body = data[20..];
        return data[12..16] switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => new(PictureFormat.Webp,
                ReadUInt16LittleEndian(body[6..]) & 0x3FFF, ReadUInt16LittleEndian(body[8..]) & 0x3FFF, 1),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] when ReadUInt32LittleEndian(body[1..]) is var bits => new(PictureFormat.Webp,
                (int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1, 1),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => (body[0] & Animated) == 0
                ? new(PictureFormat.Webp, Size(body[4..]), Size(body[7..]), Orientation(data))
                : throw new NotSupportedException("WebP image cannot be decoded: it is animated; only still pictures are read here."),
            _ => throw PictureHeader.Damaged(PictureFormat.Webp, "its first chunk is unknown"),
        };
    }

    private static int Size(ReadOnlySpan<byte> at) => (at[0] | at[1] << 8 | at[2] << 16) + 1;

    private static int Orientation(ReadOnlySpan<byte> data)
    {
        for (var at = 12; data.Length - at >= 8;)
        {
            var length = ReadUInt32LittleEndian(data[(at + 4)..]);
            if (length > data.Length - at - 8)
                break;
            if (data[at..].StartsWith("EXIF"u8))
                return ExifOrientation.Of(data.Slice(at + 8, (int)length));
            at += 8 + (int)length + ((int)length & 1);
        }

        return 1;
    }
}
