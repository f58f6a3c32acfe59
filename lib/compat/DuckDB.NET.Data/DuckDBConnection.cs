using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DuckDB.NET.Data.Native;

namespace DuckDB.NET.Data;

/// <summary>A connection to a database of its own in memory.</summary>
public class DuckDBConnection : DbConnection
{
    private const string InMemory = ":memory:";

    private static readonly StateChangeEventArgs Opened = new(ConnectionState.Closed, ConnectionState.Open);
    private static readonly StateChangeEventArgs Closed = new(ConnectionState.Open, ConnectionState.Closed);

    private ConnectionHandle? _handle;

    public DuckDBConnection(string connectionString) => ConnectionString = connectionString;

    [AllowNull]
    public override string ConnectionString { get; set; }

    public override string Database => DataSource;

    public override string DataSource => Parse().DataSource;

    public override string ServerVersion => NativeMethods.LibraryVersion();

    public override ConnectionState State => _handle is null ? ConnectionState.Closed : ConnectionState.Open;

    public override void Open()
    {
        if (_handle is not null)
            throw new InvalidOperationException("Connection is already open.");
        var (dataSource, options) = Parse();
        if (!dataSource.Equals(InMemory, StringComparison.OrdinalIgnoreCase))
            throw new NotSupportedException($"Data source '{dataSource}': lib/compat opens {InMemory} alone.");
        using var database = DatabaseHandle.Open(options);
        _handle = ConnectionHandle.Connect(database);
        OnStateChange(Opened);
    }

    public override void Close()
    {
        if (_handle is null)
            throw new InvalidOperationException("Connection is already closed.");
        _handle.Dispose();
        _handle = null;
        OnStateChange(Closed);
    }

    public new virtual DuckDBCommand CreateCommand() => new() { Connection = this };

    public DuckDBAppender CreateAppender(string table) => new(AppenderHandle.Create(Handle(), table), table);

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    /// <summary>The open connection.</summary>
    internal ConnectionHandle Handle([CallerMemberName] string operation = "") =>
        _handle ?? throw new InvalidOperationException($"{operation} requires an open connection");

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("lib/compat has no transaction objects: execute BEGIN and COMMIT.");

    protected override void Dispose(bool disposing)
    {
        if (disposing && _handle is not null)
            Close();
        base.Dispose(disposing);
    }

    // DataSource (or Data Source), and DuckDB's own options beside it.
    private (string DataSource, IEnumerable<KeyValuePair<string, string>> Options) Parse()
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = ConnectionString };
        string? dataSource = null;
        var options = new List<KeyValuePair<string, string>>();
        foreach (string key in builder.Keys)
        {
            var value = builder[key].ToString()!;
            if (key.Replace(" ", "", StringComparison.Ordinal).Equals("DataSource", StringComparison.OrdinalIgnoreCase))
                dataSource = value;
            else
                options.Add(new(key, value));
        }

        return string.IsNullOrEmpty(dataSource)
            ? throw new InvalidOperationException($"Connection string '{ConnectionString}' is not valid, missing data source information.")
            : (dataSource, options);
    }
}
