using System.Buffers.Text;
using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>The members of a tar archive, plain or gzip.</summary>
/// <remarks><see cref="System.Formats.Tar.TarReader"/> checks neither the headers' checksums nor that the archive has an end, and a tar file has
/// no other protection.</remarks>
internal sealed class TarMembers(FileStream file, bool isGzip) : IArchive
{
    private const int LongestName = 1 << 16;

    private readonly byte[] _block = new byte[TarHeader.Size];
    private readonly byte[] _skipped = new byte[1 << 16];
    private Stream? _archive;

    public IEnumerable<IArchiveMember> Members() => Walk();

    public Stream Open(int index) => Walk().ElementAt(index).Content;

    public void Dispose()
    {
        if (isGzip)
            _archive?.Dispose();
        file.Dispose();
    }

    private IEnumerable<Member> Walk()
    {
        var archive = Restart();
        string? name = null;
        long? length = null;
        while (NextHeader(archive) is { } header)
        {
            var content = new TarContent(archive, length ?? header.Length);
            switch (header.Type)
            {
                case 'x':
                    (name, length) = Extended(BytesOf(content));
                    break;
                case 'L':
                    name = Encoding.UTF8.GetString(BytesOf(content)).TrimEnd('\0');
                    break;
                case 'g' or 'K':
                    break;
                default:
                    yield return new Member(name ?? header.Name, header.Type, content);
                    (name, length) = (null, null);
                    break;
            }

            Skip(content);
            SkipFill(archive, content.Length);
        }

        // What follows the end mark is only fill, but a gzip file is known to be complete when all of it has been read.
        while (archive.Read(_skipped) > 0)
        {
        }
    }

    private Stream Restart()
    {
        if (isGzip)
            _archive?.Dispose();
        file.Position = 0;
        return _archive = isGzip ? new GzipContent(file, CsvFile.LongestText) : file;
    }

    // Null at the end mark, a block of zeros.
    private TarHeader? NextHeader(Stream archive)
    {
        if (archive.ReadAtLeast(_block, _block.Length, throwOnEndOfStream: false) < _block.Length)
            throw new InvalidDataException("it ends without tar's end mark");
        return _block.AsSpan().IndexOfAnyExcept((byte)0) < 0 ? null : TarHeader.Parse(_block);
    }

    private void Skip(TarContent content)
    {
        while (content.Read(_skipped) > 0)
        {
        }
    }

    private void SkipFill(Stream archive, long length)
    {
        var fill = (int)(-length & (TarHeader.Size - 1));
        if (archive.ReadAtLeast(_skipped.AsSpan(0, fill), fill, throwOnEndOfStream: false) < fill)
            throw new InvalidDataException("it ends within a member");
    }

    private static byte[] BytesOf(TarContent content)
    {
        if (content.Length > LongestName)
            throw new InvalidDataException($"a member's name or attributes have {content.Length} bytes");
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    // Records "length key=value\n", the length including itself; what matters is the name and the size of the member that follows.
    private static (string? Name, long? Length) Extended(ReadOnlySpan<byte> records)
    {
        string? name = null;
        long? size = null;
        while (!records.IsEmpty)
        {
            var space = records.IndexOf((byte)' ');
            if (space < 0 || !Utf8Parser.TryParse(records, out int length, out var digits) || digits != space || length <= space + 1
                || length > records.Length)
                throw new InvalidDataException("a member's attributes are no records");
            var record = records[(space + 1)..(length - 1)];
            records = records[length..];
            if (record.StartsWith("path="u8))
                name = Encoding.UTF8.GetString(record["path=".Length..]);
            else if (record.StartsWith("size="u8))
                size = Utf8Parser.TryParse(record["size=".Length..], out long value, out digits) && digits == record.Length - "size=".Length
                    && value >= 0
                    ? value
                    : throw new InvalidDataException("a member's size is no number");
        }

        return (name, size);
    }

    private sealed class Member(string name, char type, TarContent content) : IArchiveMember
    {
        public TarContent Content => content;

        public string Name => name;

        public bool IsFile => type is '0' or '\0' or '7' && !name.EndsWith('/');

        public string? Fault => null;

        public int ReadStart(Span<byte> target) => content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
    }
}
