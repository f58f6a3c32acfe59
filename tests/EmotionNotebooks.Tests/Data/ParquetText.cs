using DuckDB.NET.Data;

namespace EmotionNotebooks.Tests.Data;

/// <summary>Writes Parquet files of any form into a folder of its own, through DuckDB itself.</summary>
internal sealed class ParquetText : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A row of the table <c>rows(n, bytes, label, split)</c>.</summary>
    internal sealed record Row(byte[]? Bytes, string? Label = "3", string? Split = "train");

    public string Folder => _folder.Path;

    public string PathOf(string name) => _folder.File(name);

    /// <summary>A face's pixels, which tell it from others.</summary>
    public static byte[] Pixels(int seed) =>
        [.. Enumerable.Range(0, FaceSet.PixelsPerFace).Select(i => (byte)(i * 7 + seed * 31 + 5))];

    public static byte[] Png(int seed) => FacePicture.EncodePng(Pixels(seed));

    /// <summary>Rows with PNGs of the seeds from 0.</summary>
    public static Row[] Pngs(int count) => [.. Enumerable.Range(0, count).Select(i => new Row(Png(i), $"{i % 7}"))];

    /// <summary>Writes what a statement selects from the rows, in their order.</summary>
    public string Write(string name, IEnumerable<Row> rows, string select = "bytes AS image, label::INTEGER AS label", string options = "")
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var connection = new DuckDBConnection("DataSource=:memory:;threads=1");
        connection.Open();
        Execute("CREATE TABLE rows (n INTEGER, bytes BLOB, label VARCHAR, split VARCHAR)");
        using (var appender = connection.CreateAppender("rows"))
        {
            foreach (var (n, row) in rows.Index())
                appender.CreateRow().AppendValue((int?)n).AppendValue(row.Bytes).AppendValue(row.Label).AppendValue(row.Split).EndRow();
        }

        Execute($"COPY (SELECT {select} FROM rows ORDER BY n) TO ? (FORMAT parquet{options})", path);
        return path;

        void Execute(string statement, string? value = null)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            if (value is not null)
                command.Parameters.Add(new DuckDBParameter(value));
            command.ExecuteNonQuery();
        }
    }

    public void Dispose() => _folder.Dispose();
}
