namespace EmotionNotebooks.Data;

/// <summary>One Parquet file of a source.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">What it is called among the others.</param>
/// <param name="RowCount">How many rows its metadata says it has.</param>
/// <param name="Columns">Where its faces stand.</param>
/// <param name="Split">The split that its name says; where a column says, that one counts.</param>
/// <param name="ClassNames">The names of its labels: in label order where labels are numbers, else all that are used. Null where labels are
/// FER-2013's numbers.</param>
internal sealed record ParquetShard(
    string Path, string Name, long RowCount, ParquetColumns Columns, Split? Split, IReadOnlyList<string>? ClassNames)
{
    private static readonly char[] NameSeparators = ['-', '_', '.', ' '];

    /// <summary>Looks into a file's metadata; of its rows, at most the labels are read.</summary>
    /// <param name="engine">DuckDB.</param>
    /// <param name="path">The file.</param>
    /// <param name="name">What it is called: its path from the source's folder.</param>
    /// <exception cref="FaceDataException">It lacks the columns, or its name says two splits.</exception>
    public static ParquetShard Open(ParquetEngine engine, string path, string name)
    {
        var columns = new List<(string, string)>();
        using (var reader = engine.Query($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {ParquetEngine.Rows})", path))
        {
            while (reader.Read())
                columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        var found = ParquetColumns.Find(columns, path);
        return new(path, name, CountRows(engine, path), found, found.HasSplit ? null : SplitOf(name, path), ClassNamesOf(engine, path, found));
    }

    private static long CountRows(ParquetEngine engine, string path)
    {
        using var reader = engine.Query("SELECT num_rows FROM parquet_file_metadata(?)", path);
        return reader.Read() ? reader.GetInt64(0) : 0;
    }

    private static IReadOnlyList<string>? ClassNamesOf(ParquetEngine engine, string path, ParquetColumns columns)
    {
        if (!columns.HasTextLabels)
        {
            using var metadata = engine.Query(
                $"SELECT decode(value) FROM parquet_kv_metadata(?) WHERE key = {ParquetEngine.Literal(HuggingFaceMetadata.Key)}::BLOB", path);
            return metadata.Read() ? HuggingFaceMetadata.ClassNames(metadata.GetString(0), columns.LabelColumn, path) : null;
        }

        var names = new List<string>();
        using var labels = engine.Query(
            $"SELECT DISTINCT {columns.Label} FROM {ParquetEngine.Rows} WHERE {columns.Label} IS NOT NULL", path);
        while (labels.Read())
        {
            if (labels.GetString(0) is var name && !string.IsNullOrWhiteSpace(name))
                names.Add(name);
        }

        return names;
    }

    // train-00000-of-00001.parquet, or default/train/0000.parquet: the file's own name first, then the folders from the inside.
    private static Split? SplitOf(string name, string path)
    {
        foreach (var part in name.Split(System.IO.Path.DirectorySeparatorChar, System.IO.Path.AltDirectorySeparatorChar).Reverse())
        {
            var splits = new HashSet<Split>();
            foreach (var word in part.Split(NameSeparators))
            {
                if (SplitNames.TryFind(word, out var split))
                    splits.Add(split);
            }

            if (splits.Count > 1)
                throw new FaceDataException($"{path}: its name says {string.Join(" and ", splits.Order())}, and no column split says which; "
                    + "expected one of them in the name");
            if (splits.Count == 1)
                return splits.Single();
        }

        return null;
    }
}
