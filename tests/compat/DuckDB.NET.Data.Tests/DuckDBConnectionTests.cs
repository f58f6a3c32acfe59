using System.Data;
using DuckDB.NET.Data.Tests.Support;
using EmotionNotebooks.Compat.Tests;

namespace DuckDB.NET.Data.Tests;

public sealed class DuckDBConnectionTests
{
    [Fact]
    public void Should_be_open_between_open_and_close()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        var changes = new List<ConnectionState>();
        connection.StateChange += (_, change) => changes.Add(change.CurrentState);
        Assert.Equal(ConnectionState.Closed, connection.State);

        connection.Open();
        Assert.Equal(ConnectionState.Open, connection.State);
        Assert.Throws<InvalidOperationException>(connection.Open);

        connection.Close();
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Throws<InvalidOperationException>(connection.Close);
        Assert.Equal([ConnectionState.Open, ConnectionState.Closed], changes);
    }

    [Fact]
    public void Should_open_again_with_nothing_in_it()
    {
        using var connection = Memory.Open();
        connection.Scalar("CREATE TABLE t AS SELECT 1");
        connection.Close();

        connection.Open();

        Assert.Throws<DuckDBException>(() => connection.Scalar("FROM t"));
    }

    [Fact]
    public void Should_have_a_database_of_its_own()
    {
        using var first = Memory.Open();
        using var second = Memory.Open();
        first.Scalar("CREATE TABLE t AS SELECT 1");

        Assert.Throws<DuckDBException>(() => second.Scalar("FROM t"));
    }

    [Fact]
    public void Should_take_options_beside_the_data_source()
    {
        using var connection = Memory.Open(";threads=1;autoinstall_known_extensions=false");

        Assert.Equal("1", connection.Scalar("SELECT value FROM duckdb_settings() WHERE name = 'threads'"));
        Assert.Equal("false", connection.Scalar("SELECT value FROM duckdb_settings() WHERE name = 'autoinstall_known_extensions'"));
    }

    [Fact]
    public void Should_refuse_what_it_cannot_open()
    {
        Assert.Throws<DuckDBException>(() => Memory.Open(";threads=many"));
        Assert.Throws<InvalidOperationException>(new DuckDBConnection("threads=1").Open);
    }

    [Fact]
    public void Should_refuse_files_in_the_subset()
    {
        Subset.SkipOnThePackage();

        Assert.Throws<NotSupportedException>(new DuckDBConnection("DataSource=faces.db").Open);
    }

    [Fact]
    public void Should_say_so_when_it_is_not_open()
    {
        var connection = Memory.Open();
        using var command = connection.Command("SELECT 1");
        connection.Dispose();
        connection.Dispose();

        Assert.Contains("requires an open connection", Assert.Throws<InvalidOperationException>(() => command.ExecuteReader()).Message);
        Assert.Contains("requires an open connection", Assert.Throws<InvalidOperationException>(() => command.ExecuteNonQuery()).Message);
        Assert.Contains("requires an open connection", Assert.Throws<InvalidOperationException>(() => connection.CreateAppender("t")).Message);
    }
}
