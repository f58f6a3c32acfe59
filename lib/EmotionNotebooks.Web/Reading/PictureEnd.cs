using System.Buffers.Binary;

namespace EmotionNotebooks.Web.Reading;

/// <summary>
/// Where a picture file ends by its own structure. What follows makes it a second file in disguise (a polyglot), such as a PNG that is a ZIP
/// archive as well.
/// </summary>
internal static class PictureEnd
{
    private const int PngHeader = 8;
    private const int PngChunkFrame = 12; // length, type, CRC

    /// <summary>What is wrong with a picture's end.</summary>
    /// <param name="encoded">The picture file.</param>
    /// <param name="mediaType">Its format, as it begins.</param>
    /// <returns>Null where all is well, or where a decoder must say what is wrong.</returns>
    public static string? Fault(ReadOnlySpan<byte> encoded, string mediaType)
    {
        var end = mediaType switch
        {
            "image/png" => Png(encoded),
            "image/webp" => Riff(encoded),
            "image/bmp" => Bmp(encoded),
            "image/jpeg" => Jpeg(encoded),
            _ => null,
        };
        if (end is not { } length)
            return null;
        if (length > encoded.Length)
            return $"it is cut off: {encoded.Length:N0} bytes of {length:N0}";
        var rest = encoded[(int)length..];
        return rest.IsEmpty || (mediaType == "image/jpeg" && IsUsualAfterJpeg(rest)) || rest.IndexOfAnyExcept((byte)0) < 0
            ? null
            : $"{rest.Length:N0} bytes follow the picture's end; send the picture alone";
    }

    private static long? Png(ReadOnlySpan<byte> encoded)
    {
        for (long at = PngHeader; at + 8 <= encoded.Length;)
        {
            var chunk = encoded[(int)at..];
            at += PngChunkFrame + (long)BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..8].SequenceEqual("IEND"u8))
                return at;
        }

        return encoded.Length + 1L; // it ends before its last chunk does
    }

    // Chunks are padded to even lengths; some writers leave the last byte away.
    private static long Riff(ReadOnlySpan<byte> encoded)
    {
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(encoded[4..]);
        return end + (end % 2 == 1 && end < encoded.Length ? 1 : 0);
    }

    private static long? Bmp(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length < 6)
            return null;
        // Zero, from careless writers, says nothing.
        var size = BinaryPrimitives.ReadUInt32LittleEndian(encoded[2..]);
        return size == 0 ? null : size;
    }

    private static long? Jpeg(ReadOnlySpan<byte> encoded)
    {
        var at = 2;
        while (at + 4 <= encoded.Length)
        {
            if (encoded[at] != 0xFF)
                return null; // damaged: the decoder says how
            var marker = encoded[at + 1];
            if (marker == 0xFF) // padding
                at++;
            else if (marker == 0xD9)
                return at + 2;
            else if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
                at += 2;
            else
                at += 2 + BinaryPrimitives.ReadUInt16BigEndian(encoded[(at + 2)..]);
            if (marker == 0xDA)
                at = AfterScan(encoded, at);
        }

        return at + 2 <= encoded.Length && encoded[at] == 0xFF && encoded[at + 1] == 0xD9 ? at + 2 : encoded.Length + 1L;
    }

    // In a scan 0xFF stands before 0 (a stuffed byte) or a restart marker; before anything else it is the next marker.
    private static int AfterScan(ReadOnlySpan<byte> encoded, int at)
    {
        while (at + 1 < encoded.Length)
        {
            var next = encoded[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= encoded.Length)
                return encoded.Length;
            at += next;
            if (encoded[at + 1] is not 0 and not (>= 0xD0 and <= 0xD7))
                return at;
            at += 2;
        }

        return encoded.Length;
    }

    // Cameras add pictures (multi-picture format), a film (motion photos), or a trailer of their maker.
    private static bool IsUsualAfterJpeg(ReadOnlySpan<byte> rest) =>
        rest is [0xFF, 0xD8, 0xFF, ..]
        || rest is [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..]
        || rest.EndsWith("SEFT"u8);
}
