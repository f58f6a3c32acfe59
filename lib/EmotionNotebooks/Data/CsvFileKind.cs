namespace EmotionNotebooks.Data;

/// <summary>The kinds of file that a CSV comes in, told by their first bytes.</summary>
internal sealed class CsvFileKind
{
    private readonly string _name;

    private CsvFileKind(string name) => _name = name;

    public static CsvFileKind Plain { get; } = new("file");

    public static CsvFileKind Gzip { get; } = new("gzip");

    public static CsvFileKind Zip { get; } = new("zip");

    public static CsvFileKind Tar { get; } = new("tar");

    public static CsvFileKind TarGzip { get; } = new("tar.gz");

    /// <summary>The kind of a file, which is left at its beginning.</summary>
    public static CsvFileKind Of(FileStream file)
    {
        Span<byte> start = stackalloc byte[TarHeader.Size];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (start is [0x1F, 0x8B, ..])
            return HoldsTar(file) ? TarGzip : Gzip;
        if (start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..])
            return Zip;
        return TarHeader.IsLike(start) ? Tar : Plain;
    }

    /// <summary>Whether an exception says that the file cannot be read.</summary>
    public static bool IsFault(Exception e) => e is InvalidDataException or IOException or UnauthorizedAccessException;

    /// <summary>The fault of a file that cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="e">What its reader said.</param>
    public FaceDataException Fault(string path, Exception e)
    {
        var said = e.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return e is IOException and not EndOfStreamException or UnauthorizedAccessException
            ? new($"{path}: cannot be read ({said})", e)
            : new($"{path}: damaged or truncated {_name} ({said}); expected a complete file", e);
    }

    private static bool HoldsTar(FileStream file)
    {
        Span<byte> start = stackalloc byte[TarHeader.Size];
        try
        {
            using var content = new GzipContent(file, CsvFile.LongestText);
            return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && TarHeader.IsLike(start);
        }
        catch (InvalidDataException)
        {
            // Damaged before it could tell: whoever reads it finds out.
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
