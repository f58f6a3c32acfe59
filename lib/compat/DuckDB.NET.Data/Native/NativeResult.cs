using System.Runtime.InteropServices;

namespace DuckDB.NET.Data.Native;

/// <summary>duckdb_result: five fields of former versions, then a pointer.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeResult
{
#pragma warning disable CS0169, IDE0051, CA1823 // the layout is DuckDB's; nothing here looks into it
    private readonly ulong _columnCount;
    private readonly ulong _rowCount;
    private readonly ulong _rowsChanged;
    private readonly nint _columns;
    private readonly nint _errorMessage;
    private readonly nint _data;
#pragma warning restore CS0169, IDE0051, CA1823
}
