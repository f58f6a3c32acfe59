using System.Text.RegularExpressions;

namespace EmotionNotebooks.Data;

/// <summary>What to ask of a Parquet file for its faces: expressions over its columns.</summary>
/// <param name="Picture">The picture's bytes.</param>
/// <param name="Label">The label.</param>
/// <param name="LabelColumn">The name of the label's column.</param>
/// <param name="HasTextLabels">Whether labels are class names, and not numbers.</param>
/// <param name="Split">The split's name, or NULL where no column says.</param>
internal sealed partial record ParquetColumns(string Picture, string Label, string LabelColumn, bool HasTextLabels, string Split)
{
    private const string NoSplit = "NULL::VARCHAR";

    private static readonly string[] LabelNames = ["label", "labels", "emotion", "class", "target"];
    private static readonly string[] SplitColumnNames = ["split", "usage"];
    private static readonly string[] IntegerTypes =
        ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"];

    /// <summary>Whether a column says which split a row belongs to.</summary>
    public bool HasSplit => Split != NoSplit;

    /// <summary>Finds them.</summary>
    /// <param name="columns">All columns of the file with DuckDB's names for their types.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="FaceDataException">There is no such column, or more than one.</exception>
    public static ParquetColumns Find(IReadOnlyList<(string Name, string Type)> columns, string path)
    {
        var all = string.Join(", ", columns.Select(column => $"{column.Name} {column.Type}"));
        var label = OneOf(LabelNames) ?? throw new FaceDataException(
            $"{path}: no label among its columns ({all}); expected one that is called {string.Join(", ", LabelNames)}");
        var hasTextLabels = label.Type == "VARCHAR";
        if (!hasTextLabels && !IntegerTypes.Contains(label.Type))
            throw new FaceDataException($"{path}: column {label.Name} is {label.Type}; expected whole numbers or class names");
        string[] pictures = [.. columns.Where(column => column != label).Select(Bytes).OfType<string>()];
        if (pictures.Length != 1)
            throw new FaceDataException(
                $"{path}: {(pictures.Length == 0 ? "no column" : $"{pictures.Length} columns")} with pictures' bytes ({all}); "
                + "expected one that is BLOB or STRUCT(bytes BLOB, path VARCHAR)");
        var name = ParquetEngine.Quoted(label.Name);
        return new(pictures[0], hasTextLabels ? name : $"TRY_CAST({name} AS BIGINT)", label.Name, hasTextLabels,
            OneOf(SplitColumnNames) is { Type: "VARCHAR" } split ? ParquetEngine.Quoted(split.Name) : NoSplit);

        // The names in order of preference, in any case.
        (string Name, string Type)? OneOf(string[] names) => names
            .SelectMany(wanted => columns.Where(column => column.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)))
            .Cast<(string, string)?>().FirstOrDefault();
    }

    private static string? Bytes((string Name, string Type) column) =>
        column.Type == "BLOB" ? ParquetEngine.Quoted(column.Name)
        : HasBytes().IsMatch(column.Type) ? $"struct_extract({ParquetEngine.Quoted(column.Name)}, 'bytes')"
        : null;

    [GeneratedRegex("""^STRUCT\((.*, )?"?bytes"? BLOB[,)]""", RegexOptions.IgnoreCase)]
    private static partial Regex HasBytes();
}
