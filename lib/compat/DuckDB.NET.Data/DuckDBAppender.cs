using DuckDB.NET.Data.Native;

namespace DuckDB.NET.Data;

/// <summary>Adds rows to a table, much faster than INSERT does. They stand in it once the appender is closed.</summary>
public class DuckDBAppender : IDisposable
{
    private readonly AppenderHandle _handle;
    private readonly string _table;

    internal DuckDBAppender(AppenderHandle handle, string table) => (_handle, _table) = (handle, table);

    public IDuckDBAppenderRow CreateRow() =>
        _handle.IsClosed ? throw new InvalidOperationException("Appender is already closed") : new DuckDBAppenderRow(_handle, _table);

    public void Close()
    {
        try
        {
            _handle.Flush();
        }
        finally
        {
            _handle.Dispose();
        }
    }

    public void Dispose()
    {
        if (!_handle.IsClosed)
            Close();
        GC.SuppressFinalize(this);
    }
}
