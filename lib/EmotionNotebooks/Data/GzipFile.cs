namespace EmotionNotebooks.Data;

/// <summary>
/// A gzip file with one more gzip member after its end, which inflates to <see cref="EndMark"/>. Leaves the file open.
/// </summary>
/// <remarks>
/// <see cref="System.IO.Compression.GZipStream"/> takes a file that is cut anywhere for a file that ends there, and says nothing. Behind a
/// complete file the added member is inflated as such; behind a cut one its bytes are taken for the missing ones, so that a checksum fails or
/// the mark does not come out.
/// </remarks>
internal sealed class GzipFile(FileStream file) : ForwardStream
{
    // gzip's ten-byte header, one stored deflate block (final, 8 bytes), CRC-32 and length.
    private static readonly byte[] LastMember =
    [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF,
        1, 8, 0, 0xF7, 0xFF, .. "\u0001\u0002GZEND\u0003"u8,
        0x1E, 0xF0, 0x3B, 0x85, 8, 0, 0, 0,
    ];

    private int _marked;

    /// <summary>What comes last out of a complete file.</summary>
    public static ReadOnlySpan<byte> EndMark => "\u0001\u0002GZEND\u0003"u8;

    public override int Read(Span<byte> buffer)
    {
        var count = file.Read(buffer);
        if (count > 0 || buffer.IsEmpty)
            return count;
        count = Math.Min(buffer.Length, LastMember.Length - _marked);
        LastMember.AsSpan(_marked, count).CopyTo(buffer);
        _marked += count;
        return count;
    }
}
