using System.IO.Compression;

namespace EmotionNotebooks.Data;

/// <summary>The members of a zip file.</summary>
internal sealed class ZipMembers(FileStream file) : IArchive
{
    private readonly ZipArchive _zip = new(file, ZipArchiveMode.Read);

    public IEnumerable<IArchiveMember> Members() => _zip.Entries.Select(entry => new Member(entry));

    public Stream Open(int index) => new ZipContent(_zip.Entries[index]);

    public void Dispose() => _zip.Dispose();

    private sealed class Member(ZipArchiveEntry entry) : IArchiveMember
    {
        public string Name => entry.FullName;

        public bool IsFile => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\');

        public string? Fault => entry.IsEncrypted ? "encrypted: unpack it with its password"
            : entry.Length > CsvFile.LongestText ? $"{entry.Length} bytes: more than one set of faces has"
            : null;

        public int ReadStart(Span<byte> target)
        {
            using var content = new ZipContent(entry);
            return content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
    }
}
