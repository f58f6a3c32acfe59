using static System.Buffers.Binary.BinaryPrimitives;

namespace SixLabors.ImageSharp.Native;

/// <summary>JPEG (ITU-T T.81): segments of marker and length, up to the one that begins the picture's data.</summary>
internal static class JpegHeader
{
    public static PictureHeader Read(ReadOnlySpan<byte> data)
    {
        var orientation = 0;
        for (var at = 2; data.Length - at >= 4;)
        {
            if (data[at] != 0xFF)
                throw PictureHeader.Damaged(PictureFormat.Jpeg, $"byte {at} is no marker");
            var marker = data[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                // Fill bytes, and markers without a length.
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            int length = ReadUInt16BigEndian(data[(at + 2)..]);
            if (length < 2 || length > data.Length - at - 2)
                break;
            var body = data.Slice(at + 4, length - 2);
            if (marker == 0xE1 && orientation == 0 && body.StartsWith("Exif\0\0"u8))
                orientation = ExifOrientation.Of(body);
            // SOF0 to SOF15, of which C4, C8 and CC are something else: precision, height, width.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && body.Length >= 5)
                return new(PictureFormat.Jpeg, ReadUInt16BigEndian(body[3..]), ReadUInt16BigEndian(body[1..]), Math.Max(orientation, 1));
            if (marker is 0xD9 or 0xDA)
                break;
            at += length + 2;
        }

        throw PictureHeader.Damaged(PictureFormat.Jpeg, "it ends before its size is told");
    }
}
