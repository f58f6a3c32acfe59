namespace EmotionNotebooks.Data;

/// <summary>
/// Reads FER-2013's CSV: the columns <c>emotion</c>, <c>pixels</c> and <c>Usage</c> in any order, with or without a header, one face per row;
/// without <c>Usage</c> all rows are <see cref="Split.Training"/>. Plain, gzip, or a member of a zip or tar archive. CRLF, a byte-order mark,
/// quoted fields, spaces beside separators, blank lines and a missing last newline are tolerated; anything else is refused with a
/// <see cref="FaceDataException"/>, and nothing half-read is returned.
/// </summary>
internal static class FerCsv
{
    /// <summary>Reads the rows that train and select, <see cref="Split.Training"/> and <see cref="Split.PublicTest"/>, in the file's order:
    /// <see cref="Split.PrivateTest"/> rows are checked like all others, counted in <see cref="FaceSet.Withheld"/>, and left out.</summary>
    internal static FaceSet Read(string path, ReadOptions options)
    {
        var votes = options.Votes is null ? null : FerPlusCsv.Read(options.Votes);
        using var lines = CsvFile.Open(path, FerLayout.Form);
        return Read(lines, options, votes);
    }

    private static FaceSet Read(CsvLines lines, ReadOptions options, FerPlusVotes? votes)
    {
        var source = lines.Source;
        if (!lines.TryNext(out var line))
            throw new FaceDataException($"{source}: the file is empty; expected a header with {FerLayout.Form.Columns}");
        var layout = FerLayout.Of(line, source);
        var parser = new FerRowParser(source, layout.Columns);
        var faces = new FaceBuffer(source);
        var usages = votes is null ? null : new List<Split?>();
        var rows = 0;
        var bad = 0;
        var privateTest = 0;
        for (var isRow = !layout.HasHeader || lines.TryNext(out line); isRow; isRow = lines.TryNext(out line))
        {
            if (++rows > FaceBuffer.Largest)
                throw new FaceDataException($"{source}: more than {FaceBuffer.Largest} rows; one set holds at most {FaceBuffer.Largest} faces");
            if (faces.IsFull)
                faces.Grow(lines.FractionRead);
            var isFace = TryParse(parser, line, rows, lines.LineNumber, faces, options.BadFaces, out var label, out var split);
            usages?.Add(isFace && layout.HasUsage ? split : null);
            if (!isFace)
            {
                bad++;
                continue;
            }

            if (split == Split.PrivateTest)
                privateTest++;
            if (split == Split.PrivateTest == options.FinalExam)
                faces.Accept(label, split, rows);
        }

        if (faces.Count == 0)
            throw NoFace(source, rows, bad, options);
        return faces.ToSet(withheld: options.FinalExam ? 0 : privateTest, votes?.Join(faces.Rows, usages!, source));
    }

    private static bool TryParse(
        FerRowParser parser, ReadOnlySpan<byte> line, int row, long lineNumber, FaceBuffer faces, BadFaces badFaces, out byte label, out Split split)
    {
        try
        {
            (label, split) = parser.Parse(line, row, lineNumber, faces.NextPixels);
            return true;
        }
        catch (FaceDataException fault)
        {
            badFaces.Report(fault);
            (label, split) = (0, Split.Training);
            return false;
        }
    }

    private static FaceDataException NoFace(string source, int rows, int bad, ReadOptions options)
    {
        if (rows == 0)
            return new($"{source}: a header and no rows; expected one face per row");
        if (rows == bad)
            return new($"{source}: none of its {rows} rows can be used; the last: {options.BadFaces.LeftOut[^1]}");
        return options.FinalExam
            ? FaceDataException.NoFinalExam($"{source}: no PrivateTest row among {rows - bad}; this file holds no final exam")
            : new($"{source}: all {rows - bad} rows are PrivateTest, the final exam, which only `emotion evaluate --final` reads");
    }
}
