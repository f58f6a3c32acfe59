namespace EmotionNotebooks.Data;

/// <summary>Opens a CSV wherever it is: a plain or gzip file, or a member of a zip, tar or gzipped tar archive, which is read in place. They are
/// told apart by their content.</summary>
internal static class CsvFile
{
    /// <summary>The bytes of the longest text that can be told from a bomb: as many rows as one set holds, each as long as any can be.</summary>
    public const long LongestText = FaceBuffer.Largest * (4L * FaceSet.PixelsPerFace + 64);

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">What to look for in an archive, and for messages.</param>
    /// <exception cref="FaceDataException">There is no such file, it cannot be read, or it is an archive that does not hold one such CSV.</exception>
    public static CsvLines Open(string path, CsvForm form)
    {
        if (Directory.Exists(path))
            throw new FaceDataException($"{path}: a directory; expected {form.Expected}");
        if (!File.Exists(path))
            throw new FaceDataException($"{path}: no such file; expected {form.Expected}");
        var kind = CsvFileKind.Plain;
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            if (!file.CanSeek)
                throw new FaceDataException($"{path}: a pipe or device; expected {form.Expected}");
            kind = CsvFileKind.Of(file);
            return Open(path, file, kind, form);
        }
        catch (Exception e) when (CsvFileKind.IsFault(e))
        {
            file?.Dispose();
            throw kind.Fault(path, e);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    private static CsvLines Open(string path, FileStream file, CsvFileKind kind, CsvForm form)
    {
        if (kind == CsvFileKind.Plain)
            return new(path, kind, new FileBlocks(file), form);
        if (kind == CsvFileKind.Gzip)
        {
            double length = file.Length;
            return new(path, kind, new PumpedBlocks(new GzipContent(file, LongestText), () => file.Position / length, file), form);
        }

        IArchive archive = kind == CsvFileKind.Zip ? new ZipMembers(file) : new TarMembers(file, isGzip: kind == CsvFileKind.TarGzip);
        try
        {
            var (index, name) = MemberChoice.Of(archive, path, form);
            var content = archive.Open(index);
            var fractionRead = () => content.Position / (double)content.Length;
            return new($"{path} ({name})", kind, new PumpedBlocks(content, fractionRead, archive), form);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }
}
