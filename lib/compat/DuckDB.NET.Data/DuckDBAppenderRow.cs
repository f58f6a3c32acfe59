using System.Text;
using DuckDB.NET.Data.Native;

namespace DuckDB.NET.Data;

internal sealed class DuckDBAppenderRow(AppenderHandle appender, string table) : IDuckDBAppenderRow
{
    private int _column;

    public IDuckDBAppenderRow AppendValue(byte[]? value)
    {
        Next();
        appender.AppendBlob(value);
        return this;
    }

    public IDuckDBAppenderRow AppendValue(string? value)
    {
        Next();
        appender.AppendText(value is null ? null : Encoding.UTF8.GetBytes(value));
        return this;
    }

    public IDuckDBAppenderRow AppendValue(int? value)
    {
        Next();
        appender.AppendInteger(value);
        return this;
    }

    public void EndRow()
    {
        if (_column < appender.ColumnCount)
            throw new InvalidOperationException($"The table {table} has {appender.ColumnCount} columns but you specified only {_column} values");
        appender.EndRow();
    }

    private void Next()
    {
        if (_column == appender.ColumnCount)
#pragma warning disable CA2201 // what the package throws
            throw new IndexOutOfRangeException(
                $"The table {table} has {appender.ColumnCount} columns but you are trying to append value for column {_column + 1}");
#pragma warning restore CA2201
        _column++;
    }
}
