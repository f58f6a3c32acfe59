using static System.Buffers.Binary.BinaryPrimitives;

namespace SixLabors.ImageSharp.Native;

/// <summary>BMP: a file header of 14 bytes, then one of several information headers that begins with its length.</summary>
internal static class BmpHeader
{
    public static PictureHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 26)
            throw PictureHeader.Damaged(PictureFormat.Bmp, "its header is incomplete");
        if (ReadUInt32LittleEndian(data[14..]) == 12)
            return new(PictureFormat.Bmp, ReadUInt16LittleEndian(data[18..]), ReadUInt16LittleEndian(data[20..]), 1);
        // A negative height says that the first row is the topmost.
        var height = ReadInt32LittleEndian(data[22..]);
        return new(PictureFormat.Bmp, ReadInt32LittleEndian(data[18..]), height == int.MinValue ? 0 : Math.Abs(height), 1);
    }
}
