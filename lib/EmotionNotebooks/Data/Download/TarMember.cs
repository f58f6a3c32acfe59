using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace EmotionNotebooks.Data.Download;

/// <summary>A file within a tar.gz.</summary>
internal static class TarMember
{
    /// <summary>The MD5 of a file's content, lower-case hexadecimal.</summary>
    /// <param name="path">The tar.gz.</param>
    /// <param name="name">The file's name, in whatever folder.</param>
    /// <returns>The hash; null where there is no such file within.</returns>
    /// <exception cref="InvalidDataException">The archive is damaged, or none.</exception>
    public static string? Md5(string path, string name)
    {
        using var file = File.OpenRead(path);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        try
        {
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.DataStream is { } content && Path.GetFileName(entry.Name) == name)
                {
#pragma warning disable CA5351 // It is the hash that was published; it finds damage and keeps nobody out.
                    using var md5 = MD5.Create();
#pragma warning restore CA5351
                    return Convert.ToHexStringLower(md5.ComputeHash(content));
                }
            }
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException(e.Message, e);
        }

        return null;
    }
}
