using System.IO.Compression;

namespace EmotionNotebooks.Data;

/// <summary>What a gzip file inflates to, from its beginning: ends only where the whole file has been read and its checksums hold.
/// Leaves the file open.</summary>
internal sealed class GzipContent : ForwardStream
{
    private readonly GZipStream _gzip;
    private readonly long _longest;
    private readonly byte[] _held = new byte[GzipFile.EndMark.Length];
    private int _holds;
    private long _length;

    /// <summary>Goes to the file's beginning.</summary>
    /// <param name="file">The gzip file.</param>
    /// <param name="longest">More than this is a bomb.</param>
    public GzipContent(FileStream file, long longest)
    {
        file.Position = 0;
        _gzip = new GZipStream(new GzipFile(file), CompressionMode.Decompress);
        _longest = longest;
    }

    /// <exception cref="InvalidDataException">The file is damaged or cut, or inflates without end.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        // The last bytes so far are held back, since the very last ones are the end mark.
        Span<byte> few = stackalloc byte[2 * _held.Length];
        var work = buffer.Length > _held.Length ? buffer : few[..(_held.Length + buffer.Length)];
        while (true)
        {
            _held.AsSpan(0, _holds).CopyTo(work);
            var count = _gzip.Read(work[_holds..]);
            if (count == 0)
            {
                RequireEndMark();
                return 0;
            }

            var end = _holds + count;
            var length = Math.Max(0, end - _held.Length);
            _holds = end - length;
            work[length..end].CopyTo(_held);
            if (length == 0)
                continue;
            _length += length;
            if (_length > _longest)
                throw new InvalidDataException($"it inflates to more than {_longest} bytes, more than one set of faces has");
            if (work.Length != buffer.Length)
                work[..length].CopyTo(buffer);
            return length;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private void RequireEndMark()
    {
        if (!_held.AsSpan(0, _holds).SequenceEqual(GzipFile.EndMark))
            throw new InvalidDataException("the compressed data ends early, or other data follow it");
    }
}
