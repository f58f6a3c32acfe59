namespace DuckDB.NET.Data.Native;

/// <summary>duckdb_type, as far as its values are read here.</summary>
internal enum DuckDBType
{
    Invalid = 0,
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    UnsignedTinyInt = 6,
    UnsignedSmallInt = 7,
    UnsignedInteger = 8,
    UnsignedBigInt = 9,
    Float = 10,
    Double = 11,
    Varchar = 17,
    Blob = 18,
}
