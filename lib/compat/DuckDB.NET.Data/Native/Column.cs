using System.Text;

namespace DuckDB.NET.Data.Native;

/// <summary>A column of a result: how its values are read.</summary>
internal sealed record Column(string Name, DuckDBType Type)
{
    public Type ClrType => Type switch
    {
        DuckDBType.Boolean => typeof(bool),
        DuckDBType.TinyInt => typeof(sbyte),
        DuckDBType.SmallInt => typeof(short),
        DuckDBType.Integer => typeof(int),
        DuckDBType.BigInt => typeof(long),
        DuckDBType.UnsignedTinyInt => typeof(byte),
        DuckDBType.UnsignedSmallInt => typeof(ushort),
        DuckDBType.UnsignedInteger => typeof(uint),
        DuckDBType.UnsignedBigInt => typeof(ulong),
        DuckDBType.Float => typeof(float),
        DuckDBType.Double => typeof(double),
        DuckDBType.Varchar => typeof(string),
        DuckDBType.Blob => typeof(Stream),
        _ => throw Unread(),
    };

    public object Read(ChunkHandle chunk, int column, int row) => Type switch
    {
        DuckDBType.Boolean => chunk.Value<byte>(column, row) != 0,
        DuckDBType.TinyInt => chunk.Value<sbyte>(column, row),
        DuckDBType.SmallInt => chunk.Value<short>(column, row),
        DuckDBType.Integer => chunk.Value<int>(column, row),
        DuckDBType.BigInt => chunk.Value<long>(column, row),
        DuckDBType.UnsignedTinyInt => chunk.Value<byte>(column, row),
        DuckDBType.UnsignedSmallInt => chunk.Value<ushort>(column, row),
        DuckDBType.UnsignedInteger => chunk.Value<uint>(column, row),
        DuckDBType.UnsignedBigInt => chunk.Value<ulong>(column, row),
        DuckDBType.Float => chunk.Value<float>(column, row),
        DuckDBType.Double => chunk.Value<double>(column, row),
        DuckDBType.Varchar => Encoding.UTF8.GetString(chunk.Bytes(column, row)),
        DuckDBType.Blob => new MemoryStream(chunk.Bytes(column, row), writable: false),
        _ => throw Unread(),
    };

    private NotSupportedException Unread() =>
        new($"Column '{Name}' has type {(int)Type}, which lib/compat does not read: cast it to VARCHAR, BLOB or a number in the query.");
}
