using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace DuckDB.NET.Data;

/// <summary>A value for a <c>?</c> or a <c>$name</c>: null, a string, bytes, or a whole number.</summary>
public class DuckDBParameter : DbParameter
{
    public DuckDBParameter()
    {
    }

    public DuckDBParameter(object value) => Value = value;

    public override DbType DbType { get; set; } = DbType.String;

    public override ParameterDirection Direction { get; set; }

    public override bool IsNullable { get; set; }

    [AllowNull]
    public override string ParameterName { get; set; } = "";

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get; set; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    public override object? Value { get; set; }

    public override void ResetDbType() => DbType = DbType.String;
}
