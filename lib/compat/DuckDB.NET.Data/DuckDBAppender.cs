using DuckDB.NET.Data.Native;

namespace DuckDB.NET.Data;

/// <summary>Adds rows to a table, much faster than INSERT does. They stand in it once the appender is disposed.</summary>
public class DuckDBAppender : IDisposable
{
    private readonly AppenderHandle _handle;
    private readonly string _table;

    internal DuckDBAppender(AppenderHandle handle, string table) => (_handle, _table) = (handle, table);

    public IDuckDBAppenderRow CreateRow() =>
        _handle.IsClosed ? throw new InvalidOperationException("Appender is already closed") : new DuckDBAppenderRow(_handle, _table);

    /// <summary>Hands over what was added.</summary>
    /// <exception cref="DuckDBException">The table does not take it.</exception>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (_handle.IsClosed)
            return;
        try
        {
            _handle.Flush();
        }
        finally
        {
            _handle.Dispose();
        }
    }
}
