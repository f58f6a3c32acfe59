using DuckDB.NET.Data;

namespace EmotionNotebooks.Data;

/// <summary>DuckDB, in memory, for the Parquet files of one source. It loads nothing from a network and writes nothing beside its target.</summary>
internal sealed class ParquetEngine : IDisposable
{
    /// <summary>The rows of the file that <see cref="Query"/> is given, in its order; folders named <c>key=value</c> add no columns.</summary>
    public const string Rows = "read_parquet(?, hive_partitioning = false)";

    private readonly DuckDBConnection _connection =
        new("DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false");

    /// <summary>Starts it.</summary>
    /// <exception cref="DllNotFoundException">DuckDB's library is missing; the message names the command that helps.</exception>
    public ParquetEngine()
    {
        _connection.Open();
        // What does not fit into memory is refused, not spilled into a folder of its own.
        Execute("SET temp_directory = ''");
    }

    /// <summary>A column's name in a statement.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text in a statement.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Asks something of one file, whose path stands for the statement's only <c>?</c>. Rows come as they are read, not all at once.</summary>
    /// <exception cref="FaceDataException">DuckDB could not be given such a path.</exception>
    /// <exception cref="DuckDBException">The file is damaged.</exception>
    public DuckDBDataReader Query(string statement, string path)
    {
        using var command = Command(statement, Pattern(path));
        command.UseStreamingMode = true;
        return command.ExecuteReader();
    }

    /// <summary>Does something.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="value">What stands for its only <c>?</c>, if it has one.</param>
    public void Execute(string statement, string? value = null)
    {
        using var command = Command(statement, value);
        command.ExecuteNonQuery();
    }

    /// <summary>Adds rows to a table, which has them once the appender is disposed.</summary>
    public DuckDBAppender Append(string table) => _connection.CreateAppender(table);

    public void Dispose() => _connection.Dispose();

    private DuckDBCommand Command(string statement, string? value)
    {
        var command = _connection.CreateCommand();
        command.CommandText = statement;
        if (value is not null)
            command.Parameters.Add(new DuckDBParameter(value));
        return command;
    }

    // DuckDB takes a path for a pattern: what would stand for other names must stand for itself.
    private static string Pattern(string path)
    {
        var full = Path.GetFullPath(path);
        if (full.AsSpan().IndexOfAny("*?[") < 0)
            return full;
        if (!OperatingSystem.IsWindows() && full.Contains('\\', StringComparison.Ordinal))
            throw new FaceDataException($"{path}: a backslash beside one of *, ? and [ in its path; expected a path without one of them");
        return full.Replace("[", "[[]", StringComparison.Ordinal).Replace("*", "[*]", StringComparison.Ordinal)
            .Replace("?", "[?]", StringComparison.Ordinal);
    }
}
