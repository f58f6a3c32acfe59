using static DuckDB.NET.Data.Native.NativeMethods;

namespace DuckDB.NET.Data.Native;

/// <summary>duckdb_connection.</summary>
internal sealed class ConnectionHandle : DuckHandle
{
    private ConnectionHandle(nint handle, DatabaseHandle database)
        : base(handle, database)
    {
    }

    public static ConnectionHandle Connect(DatabaseHandle database) =>
        duckdb_connect(database, out var handle) == Success ? new(handle, database) : throw new DuckDBException("DuckDBConnect failed");

    public void Interrupt() => duckdb_interrupt(this);

    protected override void Release() => duckdb_disconnect(ref handle);
}
