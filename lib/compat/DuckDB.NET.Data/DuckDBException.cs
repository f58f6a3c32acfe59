using System.Data.Common;

namespace DuckDB.NET.Data;

#pragma warning disable CA1032 // the package's constructors are internal as well
public class DuckDBException : DbException
#pragma warning restore CA1032
{
    internal DuckDBException(string message)
        : base(message)
    {
    }
}
