namespace EmotionNotebooks.Data;

/// <summary>The lines of a plain or gzip file, as spans into a block that is used again: a line is valid until the next is asked for.
/// Blank lines are skipped but counted; line endings and a UTF-8 byte-order mark are taken off.</summary>
internal sealed class CsvLines : IDisposable
{
    // A row of FER-2013 has at most 9.3 kB. A "line" beyond this is no CSV, and reading on for its end would only fill the memory.
    private const int LongestLine = 1 << 20;

    // Small enough that what was read is still in the second-level cache when it is parsed.
    private const int ReadSize = 1 << 17;

    private readonly string _path;
    private readonly IBlockSource _source;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(LongestLine);
    private int _start;
    private int _end;
    private bool _isComplete;

    private CsvLines(string path, IBlockSource source) => (_path, _source) = (path, source);

    /// <summary>The 1-based number of the line given last.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Which part of the file has been taken, 0 to 1.</summary>
    public double FractionRead => _source.FractionRead;

    public static CsvLines Open(string path)
    {
        if (Directory.Exists(path))
            throw new FaceDataException($"{path}: a directory; expected FER-2013's CSV file, plain or gzip");
        if (!File.Exists(path))
            throw new FaceDataException($"{path}: no such file; expected FER-2013's CSV file, plain or gzip");
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            if (!file.CanSeek)
                throw new FaceDataException($"{path}: a pipe or device; expected FER-2013's CSV file, plain or gzip");
            Span<byte> magic = stackalloc byte[2];
            var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1F, 0x8B];
            file.Position = 0;
            return new(path, isGzip ? new GzipBlocks(file) : new FileBlocks(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _source.Dispose();

    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        while (TryNextRaw(out line))
        {
            if (LineNumber == 1 && line.StartsWith("\uFEFF"u8))
                line = line[3..];
            if (!line.IsEmpty && line[^1] == '\r')
                line = line[..^1];
            if (!line.IsEmpty)
                return true;
        }

        return false;
    }

    private bool TryNextRaw(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var unread = _buffer.AsSpan(_start, _end - _start);
            var length = unread[searched..].IndexOf((byte)'\n');
            if (length >= 0 || (_isComplete && !unread.IsEmpty))
            {
                length = length >= 0 ? searched + length : unread.Length;
                line = unread[..length];
                _start = Math.Min(_start + length + 1, _end);
                LineNumber++;
                return true;
            }

            if (_isComplete)
            {
                line = default;
                return false;
            }

            searched = unread.Length;
            Fill();
        }
    }

    private void Fill()
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        if (rest.Length == LongestLine)
            throw new FaceDataException($"{_path}: line {LineNumber + 1} is longer than {LongestLine} bytes; expected FER-2013's CSV, plain or gzip");
        rest.CopyTo(_buffer);
        (_start, _end) = (0, rest.Length);
        var count = _source.Read(_buffer.AsSpan(_end, Math.Min(ReadSize, LongestLine - _end)));
        _end += count;
        _isComplete = count == 0;
    }
}
