using static System.Buffers.Binary.BinaryPrimitives;

namespace SixLabors.ImageSharp.Native;

/// <summary>PNG (ISO/IEC 15948): chunks of length, type, data and checksum behind a signature of eight bytes.</summary>
internal static class PngHeader
{
    public static PictureHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 33 || !data[12..].StartsWith("IHDR"u8))
            throw PictureHeader.Damaged(PictureFormat.Png, "its header is incomplete");
        return new(PictureFormat.Png, ReadInt32BigEndian(data[16..]), ReadInt32BigEndian(data[20..]), Orientation(data));
    }

    private static int Orientation(ReadOnlySpan<byte> data)
    {
        for (var at = 8; data.Length - at >= 12;)
        {
            var length = ReadUInt32BigEndian(data[at..]);
            if (length > data.Length - at - 12)
                break;
            if (data[(at + 4)..].StartsWith("eXIf"u8))
                return ExifOrientation.Of(data.Slice(at + 8, (int)length));
            at += (int)length + 12;
        }

        return 1;
    }
}
