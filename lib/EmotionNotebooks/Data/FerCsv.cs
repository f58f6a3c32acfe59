namespace EmotionNotebooks.Data;

/// <summary>
/// Reads FER-2013's CSV: a header naming <c>emotion</c>, <c>pixels</c> and <c>Usage</c> in any order, then one face per row. Plain or gzip,
/// told apart by their first bytes. CRLF, a byte-order mark, quoted fields, spaces beside separators, blank lines and a missing last newline
/// are tolerated; anything else is refused with a <see cref="FaceDataException"/>, and nothing half-read is returned.
/// </summary>
internal static class FerCsv
{
    /// <summary>Reads the rows that train and select, <see cref="Split.Training"/> and <see cref="Split.PublicTest"/>, in the file's order:
    /// <see cref="Split.PrivateTest"/> rows are checked like all others, counted in <see cref="FaceSet.Withheld"/>, and left out.</summary>
    internal static FaceSet Read(string path, ReadOptions options) => Read(path, options.FinalExam);

    private static FaceSet Read(string path, bool finalExam)
    {
        try
        {
            using var lines = CsvLines.Open(path);
            return Read(lines, path, finalExam);
        }
        catch (InvalidDataException e)
        {
            throw new FaceDataException($"{path}: damaged or truncated gzip ({OneLine(e)}); expected a complete file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaceDataException($"{path}: cannot be read ({OneLine(e)})", e);
        }
    }

    private static FaceSet Read(CsvLines lines, string path, bool finalExam)
    {
        if (!lines.TryNext(out var header))
            throw new FaceDataException($"{path}: the file is empty; expected a header with {FerColumns.Expected}");
        var parser = new FerRowParser(path, FerColumns.Parse(header, path));
        var faces = new FaceBuffer();
        var left = 0;
        for (var row = 1; lines.TryNext(out var line); row++)
        {
            if (faces.IsFull)
                faces.Grow(lines.FractionRead);
            var (label, split) = parser.Parse(line, row, lines.LineNumber, faces.NextPixels);
            if (split == Split.PrivateTest == finalExam)
                faces.Accept(label, split);
            else
                left++;
        }

        if (faces.Count > 0)
            return faces.ToSet(path, withheld: finalExam ? 0 : left);
        throw new FaceDataException((finalExam, left) switch
        {
            (_, 0) => $"{path}: a header and no rows; expected one face per row",
            (true, _) => $"{path}: no PrivateTest row among {left}; this file holds no final exam",
            (false, _) => $"{path}: all {left} rows are PrivateTest, the final exam, which only `emotion evaluate --final` reads",
        });
    }

    private static string OneLine(Exception e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
