using System.Runtime.InteropServices;
using static DuckDB.NET.Data.Native.NativeMethods;

namespace DuckDB.NET.Data.Native;

/// <summary>duckdb_result, in memory of its own.</summary>
internal sealed unsafe class ResultHandle(StatementHandle statement)
    : DuckHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)), statement)
{
    /// <summary>Where a call writes or reads the result; valid while this is in use.</summary>
    public NativeResult* Pointer => (NativeResult*)handle;

    public string? Error
    {
        get
        {
            var message = Text(duckdb_result_error(Pointer));
            GC.KeepAlive(this);
            return string.IsNullOrEmpty(message) ? null : message;
        }
    }

    public ulong RowsChanged
    {
        get
        {
            var count = duckdb_rows_changed(Pointer);
            GC.KeepAlive(this);
            return count;
        }
    }

    public int ColumnCount
    {
        get
        {
            var count = duckdb_column_count(Pointer);
            GC.KeepAlive(this);
            return (int)count;
        }
    }

    public string NameOf(int column)
    {
        var name = Text(duckdb_column_name(Pointer, (ulong)column));
        GC.KeepAlive(this);
        return name ?? "";
    }

    public DuckDBType TypeOf(int column)
    {
        var type = (DuckDBType)duckdb_column_type(Pointer, (ulong)column);
        GC.KeepAlive(this);
        return type;
    }

    /// <summary>The next chunk with rows; null after the last.</summary>
    /// <exception cref="DuckDBException">The query failed while it was streaming.</exception>
    public ChunkHandle? FetchChunk(int columns)
    {
        var chunk = duckdb_fetch_chunk(*Pointer);
        GC.KeepAlive(this);
        if (chunk != 0)
        {
            var fetched = new ChunkHandle(chunk, this, columns);
            if (fetched.Rows > 0)
                return fetched;
            fetched.Dispose();
        }

        return Error is { } message ? throw new DuckDBException(message) : null;
    }

    protected override void Release()
    {
        duckdb_destroy_result((NativeResult*)handle);
        NativeMemory.Free((void*)handle);
    }
}
