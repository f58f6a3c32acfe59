using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DuckDB.NET.Data.Native;

namespace DuckDB.NET.Data;

/// <summary>One statement. Several in one text are refused by DuckDB.</summary>
public class DuckDBCommand : DbCommand
{
    private readonly DuckDBParameterCollection _parameters = [];
    private DuckDBConnection? _connection;

    [AllowNull]
    public override string CommandText
    {
        get;
        set => field = value ?? "";
    } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <summary>Whether a result is handed over as it is computed, instead of being computed and kept first.</summary>
    public bool UseStreamingMode { get; set; }

    public new virtual DuckDBParameterCollection Parameters => _parameters;

    protected override DbConnection? DbConnection
    {
        get => _connection;
        set => _connection = (DuckDBConnection?)value;
    }

    protected override DbTransaction? DbTransaction { get; set; }

    protected override DbParameterCollection DbParameterCollection => _parameters;

    public new DuckDBDataReader ExecuteReader() => (DuckDBDataReader)base.ExecuteReader();

    public override int ExecuteNonQuery()
    {
        using var result = Execute(streaming: false);
        return checked((int)result.RowsChanged);
    }

    public override object? ExecuteScalar()
    {
        using var reader = ExecuteReader();
        return reader.Read() ? reader.GetValue(0) : null;
    }

    public override void Prepare()
    {
    }

    public override void Cancel() => _connection?.Handle().Interrupt();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        var result = Execute(UseStreamingMode);
        try
        {
            return new DuckDBDataReader(result, behavior.HasFlag(CommandBehavior.CloseConnection) ? _connection : null);
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    protected override DbParameter CreateDbParameter() => new DuckDBParameter();

    private ResultHandle Execute(bool streaming, [CallerMemberName] string operation = "")
    {
        var connection = _connection?.Handle(operation) ?? throw new InvalidOperationException($"{operation} requires an open connection");
        using var statement = StatementHandle.Prepare(connection, CommandText);
        statement.Bind(_parameters);
        return statement.Execute(streaming);
    }
}
