using System.IO.Compression;

namespace EmotionNotebooks.Data;

/// <summary>What a member of a zip file inflates to: ends only where length and checksum are what the archive says.</summary>
/// <remarks><see cref="ZipArchive"/> checks neither.</remarks>
internal sealed class ZipContent(ZipArchiveEntry entry) : ForwardStream
{
    private readonly Stream _inflated = entry.Open();
    private long _position;
    private uint _crc;

    public override long Length => entry.Length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The member is damaged or cut.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = _inflated.Read(buffer);
        _crc = Crc32.Append(_crc, buffer[..count]);
        _position += count;
        if (_position > Length || (count == 0 && !buffer.IsEmpty && _position < Length))
            throw new InvalidDataException($"member '{Excerpt.Of(entry.FullName)}' has not the {Length} bytes that it says");
        if (count == 0 && !buffer.IsEmpty && _crc != entry.Crc32)
            throw new InvalidDataException($"member '{Excerpt.Of(entry.FullName)}' has a wrong checksum");
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inflated.Dispose();
        base.Dispose(disposing);
    }
}
