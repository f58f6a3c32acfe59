using System.Buffers.Text;
using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>
/// Reads the votes of FER+ (<c>fer2013new.csv</c>): the columns <c>Usage</c>, <c>Image name</c> and ten counts, one row for each row of
/// FER-2013, in its order. The same kinds of file and the same tolerance as <see cref="FerCsv"/>, but a fault in a row always refuses the
/// file: the rows after it could not be trusted to stand beside their faces.
/// </summary>
internal static class FerPlusCsv
{
    private const int MostVotes = 10;
    private const int FirstCount = 2;

    private static readonly string[] Columns = ["Usage", "Image name", .. FaceVotes.Names];

    private static readonly CsvForm Form = new("FER+'s CSV", $"the columns {string.Join(",", Columns)}", Judge);

    /// <summary>Reads all votes.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FaceDataException">The file cannot be used; the message says where and why.</exception>
    public static FerPlusVotes Read(string path)
    {
        using var lines = CsvFile.Open(path, Form);
        if (!lines.TryNext(out var line))
            throw new FaceDataException($"{lines.Source}: the file is empty; expected a header with {Form.Columns}");
        if (!IsHeader(line))
            throw new FaceDataException($"{lines.Source}: not FER+'s CSV: the first line is '{Excerpt.Of(line)}'; expected {Form.Columns}");
        var usages = new List<Split>();
        var votes = new List<byte>();
        while (lines.TryNext(out line))
        {
            if (Parse(line, usages, votes) is { } fault)
                throw new FaceDataException($"{lines.Source}, row {usages.Count} (line {lines.LineNumber}): {fault}");
            if (usages.Count > FaceBuffer.Largest)
                throw new FaceDataException($"{lines.Source}: more than {FaceBuffer.Largest} rows; one set holds at most {FaceBuffer.Largest} faces");
        }

        return new FerPlusVotes(lines.Source, [.. usages], [.. votes]);
    }

    // What is wrong with the row, if anything.
    private static string? Parse(ReadOnlySpan<byte> line, List<Split> usages, List<byte> votes)
    {
        var column = 0;
        foreach (var range in line.Split((byte)','))
        {
            var field = line[range].Trim(" \""u8);
            if (column == 0)
            {
                var isUsage = FerUsage.TryParse(field, out var usage);
                usages.Add(usage);
                if (!isUsage)
                    return $"Usage '{Excerpt.Of(field)}'; expected {FerUsage.Expected}";
            }
            else if (column >= Columns.Length)
            {
                return $"more than {Columns.Length} fields; expected {Columns.Length}";
            }
            else if (column >= FirstCount)
            {
                if (!Utf8Parser.TryParse(field, out byte count, out var used) || used != field.Length || count > MostVotes)
                    return $"{Columns[column]} '{Excerpt.Of(field)}'; expected a whole number from 0 to {MostVotes}";
                votes.Add(count);
            }

            column++;
        }

        return column == Columns.Length ? null : $"{column} fields; expected {Columns.Length}";
    }

    private static CsvForm.Fit Judge(ReadOnlySpan<byte> firstLine) => IsHeader(firstLine) ? new(1, null) : CsvForm.Fit.Not("other columns");

    private static bool IsHeader(ReadOnlySpan<byte> line) =>
        Encoding.UTF8.GetString(line).Split(',', Columns.Length + 1).Select(field => field.Trim(' ', '"')).SequenceEqual(Columns);
}
