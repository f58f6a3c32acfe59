using static DuckDB.NET.Data.Native.NativeMethods;

namespace DuckDB.NET.Data.Native;

/// <summary>duckdb_data_chunk: some rows of a result, column by column.</summary>
internal sealed unsafe class ChunkHandle : DuckHandle
{
    private readonly nint[] _data;
    private readonly nint[] _validity;

    public ChunkHandle(nint handle, ResultHandle result, int columns)
        : base(handle, result)
    {
        (_data, _validity) = (new nint[columns], new nint[columns]);
        Rows = checked((int)duckdb_data_chunk_get_size(this));
        for (var i = 0; i < columns; i++)
        {
            var vector = duckdb_data_chunk_get_vector(this, (ulong)i);
            _data[i] = (nint)duckdb_vector_get_data(vector);
            _validity[i] = (nint)duckdb_vector_get_validity(vector);
        }
    }

    public int Rows { get; }

    public bool IsValid(int column, int row)
    {
        var mask = (ulong*)_validity[column];
        var isValid = mask is null || (mask[row >> 6] >> (row & 63) & 1) != 0;
        GC.KeepAlive(this);
        return isValid;
    }

    public T Value<T>(int column, int row)
        where T : unmanaged
    {
        var value = ((T*)_data[column])[row];
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>A copy of a VARCHAR's or BLOB's bytes.</summary>
    public byte[] Bytes(int column, int row)
    {
        var bytes = NativeText.Of((NativeText*)_data[column] + row).ToArray();
        GC.KeepAlive(this);
        return bytes;
    }

    protected override void Release() => duckdb_destroy_data_chunk(ref handle);
}
