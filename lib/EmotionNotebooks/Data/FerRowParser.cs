using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>Takes one row of FER-2013's CSV apart.</summary>
internal sealed class FerRowParser(string source, FerColumn[] columns)
{
    private string? _where;
    private int _row;
    private long _line;

    /// <summary>Parses one line, without its line ending, and writes its pixels.</summary>
    /// <exception cref="FaceDataException">The row's fields are not well-formed, or too few or many.</exception>
    public (byte Label, Split Split) Parse(ReadOnlySpan<byte> line, int row, long lineNumber, Span<byte> pixels)
    {
        (_row, _line, _where) = (row, lineNumber, null);
        byte label = 0;
        var split = Split.Training;
        for (var i = 0; i < columns.Length; i++)
        {
            var isLast = i == columns.Length - 1;
            if (columns[i] == FerColumn.Pixels)
            {
                line = Pixels(line, isLast, pixels);
                continue;
            }

            var field = Field(ref line, columns[i], isLast);
            if (columns[i] == FerColumn.Emotion)
                label = Label(field);
            else
                split = Usage(field);
        }

        return (label, split);
    }

    private string Where => _where ??= $"{source}, row {_row} (line {_line})";

    private byte Label(ReadOnlySpan<byte> field)
    {
        var label = field.Length == 1 ? (uint)(field[0] - '0') : uint.MaxValue;
        return label < Emotions.Count
            ? (byte)label
            : (byte)(ClassTable.EmotionOf(Encoding.UTF8.GetString(field)) ?? throw new FaceDataException(
                $"{Where}: emotion '{Excerpt.Of(field)}'; expected a label from 0 to {Emotions.Count - 1} ({string.Join(", ", Emotions.Names)})"));
    }

    private Split Usage(ReadOnlySpan<byte> field) => FerUsage.TryParse(field, out var split)
        ? split
        : throw new FaceDataException($"{Where}: Usage '{Excerpt.Of(field)}'; expected {FerUsage.Expected}");

    // The usual form first: exactly 2,304 numbers with one space between. Whatever is not that is looked at slowly, and with words.
    private ReadOnlySpan<byte> Pixels(ReadOnlySpan<byte> line, bool isLast, Span<byte> pixels)
    {
        var start = !line.IsEmpty && line[0] == '"' ? 1 : 0;
        if (PixelText.TryParse(line[start..], pixels, out var used))
        {
            var after = start + used;
            var closed = start == 0 || (after < line.Length && line[after] == '"');
            after += start;
            if (closed && isLast && after == line.Length)
                return [];
            if (closed && !isLast && after < line.Length && line[after] == ',')
                return line[(after + 1)..];
        }

        var field = Field(ref line, FerColumn.Pixels, isLast);
        PixelText.ParseSlowly(field, pixels, Where);
        return line;
    }

    // One field without its quotes and the spaces around it; the line moves past the separator.
    private ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> line, FerColumn column, bool isLast)
    {
        var comma = line.IndexOf((byte)',');
        if (comma < 0 && !isLast)
            throw new FaceDataException($"{Where}: the row ends in its field {column}; expected {columns.Length} fields");
        if (comma >= 0 && isLast)
            throw new FaceDataException($"{Where}: more than {columns.Length} fields; expected {columns.Length}");
        var field = isLast ? line : line[..comma];
        line = isLast ? [] : line[(comma + 1)..];
        field = field.Trim((byte)' ');
        if (!field.IsEmpty && field[0] == '"')
        {
            if (field.Length < 2 || field[^1] != '"')
                throw new FaceDataException($"{Where}: the quote in field {column} is not closed in its line");
            field = field[1..^1].Trim((byte)' ');
        }

        return field;
    }
}
