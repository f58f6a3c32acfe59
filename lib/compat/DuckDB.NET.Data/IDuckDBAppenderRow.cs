namespace DuckDB.NET.Data;

public interface IDuckDBAppenderRow
{
    void EndRow();

    IDuckDBAppenderRow AppendValue(byte[]? value);

    IDuckDBAppenderRow AppendValue(string? value);

    IDuckDBAppenderRow AppendValue(int? value);
}
