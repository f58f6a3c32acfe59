using System.Text.RegularExpressions;

namespace EmotionNotebooks.Data;

/// <summary>What to ask of a Parquet file for its faces: expressions over its columns.</summary>
internal sealed partial record ParquetColumns
{
    private const string TextPixels = "pixels";
    private const string NoSplit = "NULL::VARCHAR";

    private static readonly string[] LabelNames = ["label", "labels", "emotion", "class", "target"];
    private static readonly string[] SplitColumnNames = ["split", "usage"];
    private static readonly string[] IntegerTypes =
        ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"];

    /// <summary>The picture: a BLOB.</summary>
    public required string Picture { get; init; }

    /// <summary>Whether that is the text of 2,304 pixels, as FER-2013's CSV has it.</summary>
    public required bool HasTextPixels { get; init; }

    /// <summary>The label: VARCHAR or BIGINT.</summary>
    public required string Label { get; init; }

    /// <summary>The name of the label's column.</summary>
    public required string LabelColumn { get; init; }

    /// <summary>Whether labels are class names, and not numbers.</summary>
    public required bool HasTextLabels { get; init; }

    /// <summary>The split's name: VARCHAR, and null where no column says.</summary>
    public required string Split { get; init; }

    /// <summary>Whether a column says which split a row belongs to.</summary>
    public bool HasSplit => Split != NoSplit;

    /// <summary>Finds them.</summary>
    /// <param name="columns">All columns of the file with DuckDB's names for their types.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="FaceDataException">There is no such column, more than one, or one of a wrong type.</exception>
    public static ParquetColumns Find(IReadOnlyList<(string Name, string Type)> columns, string path)
    {
        var all = Printable(string.Join(", ", columns.Select(column => $"{column.Name} {column.Type}")));
        var label = OneOf(columns, LabelNames) ?? throw new FaceDataException(
            $"{path}: no label among its columns ({all}); expected one that is called {string.Join(", ", LabelNames)}");
        if (label.Type != "VARCHAR" && !IntegerTypes.Contains(label.Type))
            throw new FaceDataException($"{path}: column {label.Name} is {Printable(label.Type)}; expected whole numbers or class names");
        var split = OneOf(columns, SplitColumnNames);
        if (split is { Type: not "VARCHAR" } other)
            throw new FaceDataException($"{path}: column {other.Name} is {Printable(other.Type)}; expected names: {SplitNames.Expected}");

        string[] pictures = [.. columns.Where(column => column != label).Select(Bytes).OfType<string>()];
        var text = pictures.Length == 0 && OneOf(columns, [TextPixels]) is { Type: "VARCHAR" } pixels
            ? $"encode({ParquetEngine.Quoted(pixels.Name)})"
            : null;
        if (text is null && pictures.Length != 1)
            throw new FaceDataException(
                $"{path}: {(pictures.Length == 0 ? "no column" : $"{pictures.Length} columns")} with pictures' bytes ({all}); "
                + "expected one that is BLOB or STRUCT(bytes BLOB, path VARCHAR), or pixels VARCHAR");
        var name = ParquetEngine.Quoted(label.Name);
        return new()
        {
            Picture = text ?? pictures[0],
            HasTextPixels = text is not null,
            Label = label.Type == "VARCHAR" ? name : $"TRY_CAST({name} AS BIGINT)",
            LabelColumn = label.Name,
            HasTextLabels = label.Type == "VARCHAR",
            Split = split is null ? NoSplit : ParquetEngine.Quoted(split.Value.Name),
        };
    }

    // The first name that a column has, in any case.
    private static (string Name, string Type)? OneOf(IReadOnlyList<(string Name, string Type)> columns, string[] names) => names
        .SelectMany(name => columns.Where(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        .Cast<(string, string)?>().FirstOrDefault();

    private static string? Bytes((string Name, string Type) column) =>
        column.Type == "BLOB" ? ParquetEngine.Quoted(column.Name)
        : HasBytes().IsMatch(column.Type) ? $"struct_extract({ParquetEngine.Quoted(column.Name)}, 'bytes')"
        : null;

    // Messages are one line, whatever columns are called.
    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));

    [GeneratedRegex("""^STRUCT\((.*, )?"?bytes"? BLOB[,)]""", RegexOptions.IgnoreCase)]
    private static partial Regex HasBytes();
}
