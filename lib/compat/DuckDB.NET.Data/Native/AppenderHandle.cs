using static DuckDB.NET.Data.Native.NativeMethods;

namespace DuckDB.NET.Data.Native;

/// <summary>duckdb_appender.</summary>
internal sealed unsafe class AppenderHandle : DuckHandle
{
    private AppenderHandle(nint handle, ConnectionHandle connection)
        : base(handle, connection)
    {
    }

    public int ColumnCount { get; private set; }

    public static AppenderHandle Create(ConnectionHandle connection, string table)
    {
        var status = duckdb_appender_create(connection, null, table, out var handle);
        var appender = new AppenderHandle(handle, connection);
        try
        {
            appender.Check(status);
            appender.ColumnCount = (int)duckdb_appender_column_count(appender);
            return appender;
        }
        catch
        {
            appender.Dispose();
            throw;
        }
    }

    public void AppendInteger(int? value) => Check(value is { } number ? duckdb_append_int32(this, number) : duckdb_append_null(this));

    public void AppendText(byte[]? utf8)
    {
        fixed (byte* text = utf8)
            Check(utf8 is null ? duckdb_append_null(this) : duckdb_append_varchar_length(this, text, (ulong)utf8.Length));
    }

    public void AppendBlob(byte[]? value)
    {
        fixed (byte* data = value)
            Check(value is null ? duckdb_append_null(this) : duckdb_append_blob(this, data, (ulong)value.Length));
    }

    public void EndRow() => Check(duckdb_appender_end_row(this));

    public void Flush() => Check(duckdb_appender_close(this));

    protected override void Release() => _ = duckdb_appender_destroy(ref handle);

    private void Check(int status)
    {
        if (status != Success)
            throw new DuckDBException(Text(duckdb_appender_error(this)) ?? "DuckDB's appender failed");
    }
}
