using System.Security.Cryptography;
using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>
/// What a source was when it was read. A file is the same while length and time of writing are, or else while its SHA-256 is. A folder is the
/// same while the relative paths, lengths and times of all its files are: <see cref="Sha256"/> is over their list.
/// </summary>
/// <param name="Length">Bytes of the file, or of all files of the folder.</param>
/// <param name="Written">Last time of writing in UTC ticks; of a folder the latest of its files.</param>
/// <param name="Sha256">SHA-256 of the file's content or of the folder's list, lower-case hexadecimal.</param>
internal sealed record SourceStamp(long Length, long Written, string Sha256)
{
    /// <summary>Takes the stamp of a file or folder.</summary>
    public static SourceStamp Take(string path)
    {
        if (Directory.Exists(path))
            return TakeList(path);
        var (length, written) = Glance(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        return new(length, written, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Whether the source still is what it was. Looks into a file only where its time of writing has changed.</summary>
    public bool Holds(string path)
    {
        if (Directory.Exists(path))
            return TakeList(path) == this;
        if (!File.Exists(path))
            return false;
        var (length, written) = Glance(path);
        return length == Length && (written == Written || Take(path).Sha256 == Sha256);
    }

    private static (long Length, long Written) Glance(string path)
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc.Ticks);
    }

    private static SourceStamp TakeList(string folder)
    {
        // As deep as pictures lie, split/class/picture: links that lead in circles would have no end.
        var files = new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 })
            .Select(file => (Path: Path.GetRelativePath(folder, file.FullName), file.Length, Written: file.LastWriteTimeUtc.Ticks))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToArray();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            sha.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Length}\0{file.Written}\n"));
        return new(files.Sum(file => file.Length), files.Select(file => file.Written).DefaultIfEmpty().Max(),
            Convert.ToHexStringLower(sha.GetHashAndReset()));
    }
}
