using static DuckDB.NET.Data.Native.NativeMethods;

namespace DuckDB.NET.Data.Native;

/// <summary>duckdb_database.</summary>
internal sealed class DatabaseHandle : DuckHandle
{
    private DatabaseHandle(nint handle)
        : base(handle, null)
    {
    }

    /// <summary>Opens a database in memory.</summary>
    public static DatabaseHandle Open(IEnumerable<KeyValuePair<string, string>> options)
    {
        if (duckdb_create_config(out var config) != Success)
            throw new DuckDBException("DuckDB could not create its configuration");
        try
        {
            foreach (var (name, value) in options)
            {
                if (duckdb_set_config(config, name, value) != Success)
                    throw new DuckDBException($"Error setting '{name}' to '{value}'");
            }

            if (duckdb_open_ext(null, out var handle, config, out var error) == Success)
                return new(handle);
            var message = Text(error);
            duckdb_free(error);
            throw new DuckDBException($"DuckDBOpen failed: {message}");
        }
        finally
        {
            duckdb_destroy_config(ref config);
        }
    }

    protected override void Release() => duckdb_close(ref handle);
}
