namespace EmotionNotebooks.Data;

/// <summary>The lines of a CSV, as spans into a block that is used again: a line is valid until the next is asked for.
/// Blank lines are skipped but counted; line endings and a UTF-8 byte-order mark are taken off.</summary>
internal sealed class CsvLines : IDisposable
{
    // A row of FER-2013 has at most 9.3 kB. A "line" beyond this is no CSV, and reading on for its end would only fill the memory.
    private const int LongestLine = 1 << 20;

    // Small enough that what was read is still in the second-level cache when it is parsed.
    private const int ReadSize = 1 << 17;

    // Blank lines are tolerated, but not a file of nothing else: they compress a thousandfold.
    private const int MostBlankLines = 1 << 20;

    private readonly CsvFileKind _kind;
    private readonly IBlockSource _blocks;
    private readonly CsvForm _form;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(LongestLine);
    private int _start;
    private int _end;
    private int _blankLines;
    private bool _isComplete;

    /// <summary>Lines of a source that has been opened; <see cref="CsvFile"/> makes them.</summary>
    public CsvLines(string source, CsvFileKind kind, IBlockSource blocks, CsvForm form) =>
        (Source, _kind, _blocks, _form) = (source, kind, blocks, form);

    /// <summary>The file, and the member where it is an archive, for messages.</summary>
    public string Source { get; }

    /// <summary>The 1-based number of the line given last.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Which part of the file has been taken, 0 to 1.</summary>
    public double FractionRead => _blocks.FractionRead;

    /// <summary>The first line of a file's first bytes.</summary>
    /// <param name="start">The bytes; where they hold no whole line, all of them are taken for one.</param>
    public static ReadOnlySpan<byte> FirstOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(ByteOrderMark))
            start = start[3..];
        start = start.TrimStart("\r\n"u8);
        return start.IndexOf((byte)'\n') is var end and >= 0 ? start[..end].TrimEnd((byte)'\r') : start;
    }

    public void Dispose() => _blocks.Dispose();

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        while (TryNextRaw(out line))
        {
            if (LineNumber == 1 && line.StartsWith(ByteOrderMark))
                line = line[3..];
            if (!line.IsEmpty && line[^1] == '\r')
                line = line[..^1];
            if (!line.IsEmpty)
                return true;
            if (++_blankLines > MostBlankLines)
                throw new FaceDataException($"{Source}: more than {MostBlankLines} blank lines; expected {_form.Name}");
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
            throw new FaceDataException($"{Source}: line {LineNumber + 1} is longer than {LongestLine} bytes; expected {_form.Name}");
        rest.CopyTo(_buffer);
        (_start, _end) = (0, rest.Length);
        try
        {
            var count = _blocks.Read(_buffer.AsSpan(_end, Math.Min(ReadSize, LongestLine - _end)));
            _end += count;
            _isComplete = count == 0;
        }
        catch (Exception e) when (CsvFileKind.IsFault(e))
        {
            throw _kind.Fault(Source, e);
        }
    }
}
