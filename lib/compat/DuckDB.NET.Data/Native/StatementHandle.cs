using System.Text;
using static DuckDB.NET.Data.Native.NativeMethods;

namespace DuckDB.NET.Data.Native;

/// <summary>duckdb_prepared_statement.</summary>
internal sealed unsafe class StatementHandle : DuckHandle
{
    private StatementHandle(nint handle, ConnectionHandle connection)
        : base(handle, connection)
    {
    }

    public static StatementHandle Prepare(ConnectionHandle connection, string query)
    {
        var status = duckdb_prepare(connection, query, out var handle);
        var statement = new StatementHandle(handle, connection);
        if (status == Success)
            return statement;
        using (statement)
            throw new DuckDBException(Text(duckdb_prepare_error(statement)) ?? "DuckDBQuery failed");
    }

    /// <summary>Binds by name where any parameter has one, else in order.</summary>
    public void Bind(DuckDBParameterCollection parameters)
    {
        var expected = duckdb_nparams(this);
        if ((ulong)parameters.Count < expected)
            throw new InvalidOperationException($"Invalid number of parameters. Expected {expected}, got {parameters.Count}");
        DuckDBParameter[] all = [.. parameters.Cast<DuckDBParameter>()];
        var isNamed = Array.Exists(all, it => it.ParameterName.Length > 0);
        for (var i = 0; i < all.Length; i++)
        {
            var index = (ulong)i + 1;
            if (isNamed ? duckdb_bind_parameter_index(this, out index, all[i].ParameterName) == Success : index <= expected)
                Bind(index, all[i].Value);
        }
    }

    public ResultHandle Execute(bool streaming)
    {
        var result = new ResultHandle(this);
        var status = streaming ? duckdb_execute_prepared_streaming(this, result.Pointer) : duckdb_execute_prepared(this, result.Pointer);
        if (status == Success)
            return result;
        using (result)
            throw new DuckDBException(result.Error ?? "DuckDB execution failed");
    }

    protected override void Release() => duckdb_destroy_prepare(ref handle);

    private void Bind(ulong index, object? value)
    {
        var status = value switch
        {
            null or DBNull => duckdb_bind_null(this, index),
            int number => duckdb_bind_int64(this, index, number),
            long number => duckdb_bind_int64(this, index, number),
            string text => BindText(index, Encoding.UTF8.GetBytes(text)),
            byte[] bytes => BindBlob(index, bytes),
            _ => throw new NotSupportedException($"Parameter {index} is {value.GetType().Name}: lib/compat binds strings, bytes, int and long."),
        };
        if (status != Success)
            throw new InvalidOperationException($"Unable to bind parameter {index}: {Text(duckdb_prepare_error(this))}");
    }

    private int BindText(ulong index, byte[] utf8)
    {
        fixed (byte* text = utf8)
            return duckdb_bind_varchar_length(this, index, text, (ulong)utf8.Length);
    }

    private int BindBlob(ulong index, byte[] bytes)
    {
        fixed (byte* data = bytes)
            return duckdb_bind_blob(this, index, data, (ulong)bytes.Length);
    }
}
