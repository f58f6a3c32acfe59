using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>Which of FER-2013's columns stands where: by the header, or where there is none by what the first row's fields look like.</summary>
internal sealed class FerLayout
{
    private static readonly string[] Names = ["emotion", "pixels", "Usage"];

    private FerLayout(FerColumn[] columns, bool hasHeader) => (Columns, HasHeader) = (columns, hasHeader);

    /// <summary>What to look for in files and archives. A file that knows the splits is preferred to one that does not.</summary>
    public static CsvForm Form { get; } = new("FER-2013's CSV", "the columns emotion, pixels and Usage", Judge);

    /// <summary>The columns in the file's order: emotion, pixels, and mostly Usage.</summary>
    public FerColumn[] Columns { get; }

    /// <summary>Whether the first line is a header; else it is the first row.</summary>
    public bool HasHeader { get; }

    /// <summary>Whether rows say which split they belong to.</summary>
    public bool HasUsage => Columns.Contains(FerColumn.Usage);

    /// <summary>The layout of a file.</summary>
    /// <param name="firstLine">Its first line, without its ending.</param>
    /// <param name="source">The file, for the message.</param>
    /// <exception cref="FaceDataException">The line is neither a header nor a row with label and pixels.</exception>
    public static FerLayout Of(ReadOnlySpan<byte> firstLine, string source) =>
        TryFind(firstLine, out var fault) ?? throw new FaceDataException($"{source}: {fault}; expected {Form.Columns}");

    private static CsvForm.Fit Judge(ReadOnlySpan<byte> firstLine) =>
        TryFind(firstLine, out var fault) is { } layout ? new(layout.HasUsage ? 2 : 1, null) : CsvForm.Fit.Not(fault);

    private static FerLayout? TryFind(ReadOnlySpan<byte> firstLine, out string fault)
    {
        string[] fields = [.. Encoding.UTF8.GetString(firstLine).Split(',', Names.Length + 2).Select(field => field.Trim(' ', '"'))];
        if (fields.Any(Names.Contains))
            return FromHeader(fields, out fault);
        if (fields.Any(LooksLikePixels))
            return FromRow(fields, out fault);
        fault = $"not FER-2013's CSV: the first line is '{Excerpt.Of(firstLine)}'";
        return null;
    }

    private static FerLayout? FromHeader(string[] fields, out string fault)
    {
        fault = "";
        foreach (var (i, field) in fields.Index())
        {
            if (!Names.Contains(field))
                fault = $"unknown column '{Excerpt.Of(field)}'";
            else if (Array.IndexOf(fields, field) < i)
                fault = $"column '{field}' stands twice";
            if (fault.Length > 0)
                return null;
        }

        if (!fields.Contains("emotion"))
            fault = "labels are missing: there is no column 'emotion'";
        else if (!fields.Contains("pixels"))
            fault = "column 'pixels' is missing";
        return fault.Length > 0 ? null : new([.. fields.Select(field => (FerColumn)Array.IndexOf(Names, field))], hasHeader: true);
    }

    // A faulty field of the first row is still found by the place that is left for it: rows say better what is wrong with it.
    private static FerLayout? FromRow(string[] fields, out string fault)
    {
        fault = "";
        var columns = fields.Select(ColumnOf).ToArray();
        FerColumn?[] wanted = columns.Length == 2 ? [FerColumn.Emotion, FerColumn.Pixels] : [FerColumn.Emotion, FerColumn.Pixels, FerColumn.Usage];
        if (columns.Length == 1 || (columns.Length == 2 && columns.Contains(FerColumn.Usage)))
        {
            fault = "labels are missing: the first row has no emotion";
            return null;
        }

        var missing = wanted.Except(columns).ToArray();
        if (missing.Length == 1 && columns.Length == wanted.Length && columns.Count(column => column is null) == 1)
            columns[Array.IndexOf(columns, null)] = missing[0];
        if (columns.Length == wanted.Length && wanted.All(columns.Contains))
            return new([.. columns.OfType<FerColumn>()], hasHeader: false);
        fault = $"there is no header, and the first row has {(columns.Length > 3 ? "more than 3" : columns.Length)} fields"
            + $" ({string.Join(", ", columns.Select(column => column?.ToString() ?? "unknown"))})";
        return null;
    }

    private static FerColumn? ColumnOf(string field) =>
        LooksLikePixels(field) ? FerColumn.Pixels
        : FerUsage.TryParse(Encoding.UTF8.GetBytes(field), out _) ? FerColumn.Usage
        : ClassTable.EmotionOf(field) is not null ? FerColumn.Emotion
        : null;

    // Two numbers to begin with: 70 80 …
    private static bool LooksLikePixels(string field) =>
        field.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [var first, var second, ..]
        && byte.TryParse(first, out _) && byte.TryParse(second, out _);
}
