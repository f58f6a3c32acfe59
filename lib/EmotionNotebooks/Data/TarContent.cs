namespace EmotionNotebooks.Data;

/// <summary>The content of a member of a tar archive: ends only where all of it has been read.</summary>
internal sealed class TarContent(Stream archive, long length) : ForwardStream
{
    private long _position;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The archive ends before the member does.</exception>
    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - _position);
        if (wanted == 0)
            return 0;
        var count = archive.Read(buffer[..wanted]);
        if (count == 0)
            throw new InvalidDataException("it ends within a member");
        _position += count;
        return count;
    }
}
