using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Native;

/// <summary>Finds the orientation in EXIF data (a TIFF header and its first directory; CIPA DC-008, 4.6.4).</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;
    private const int EntrySize = 12;

    /// <summary>1 to 8; 1 where the data say nothing or cannot be read.</summary>
    public static int Of(ReadOnlySpan<byte> exif)
    {
        if (exif.StartsWith("Exif\0\0"u8))
            exif = exif[6..];
        if (exif.Length < 8 || (!exif.StartsWith("II*\0"u8) && !exif.StartsWith("MM\0*"u8)))
            return 1;
        var isLittle = exif[0] == 'I';
        var directory = Long(exif[4..], isLittle);
        if (directory > exif.Length - 2)
            return 1;
        exif = exif[(int)directory..];
        int entries = Short(exif, isLittle);
        for (var at = 2; entries > 0 && at + EntrySize <= exif.Length; entries--, at += EntrySize)
        {
            if (Short(exif[at..], isLittle) != Tag)
                continue;
            // The value stands first in its field, whatever its type: 1 byte, 2 or 4.
            var value = Short(exif[(at + 2)..], isLittle) switch
            {
                1 => exif[at + 8],
                3 => Short(exif[(at + 8)..], isLittle),
                4 => Long(exif[(at + 8)..], isLittle),
                _ => 1u,
            };
            return value is >= 1 and <= 8 ? (int)value : 1;
        }

        return 1;
    }

    private static ushort Short(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
