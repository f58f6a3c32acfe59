using DuckDB.NET.Data.Tests.Support;
using EmotionNotebooks.Compat.Tests;

namespace DuckDB.NET.Data.Tests;

public sealed class DuckDBCommandTests : IDisposable
{
    private readonly DuckDBConnection _connection = Memory.Open();

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("SELEC 1", "Parser Error")]
    [InlineData("FROM nowhere", "Catalog Error")]
    [InlineData("SELECT x FROM range(3)", "Binder Error")]
    [InlineData("SELECT CAST('x' AS INTEGER)", "Conversion Error")]
    [InlineData("FROM read_parquet('/nowhere/at/all.parquet')", "IO Error")]
    public void Should_carry_DuckDBs_message_when_a_statement_fails(string text, string message)
    {
        Assert.Contains(message, Assert.Throws<DuckDBException>(() => _connection.Scalar(text)).Message);
    }

    [Fact]
    public void Should_be_of_use_again_after_a_failure()
    {
        Assert.Throws<DuckDBException>(() => _connection.Scalar("SELEC 1"));

        Assert.Equal(1, _connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void Should_fail_in_the_middle_of_a_stream()
    {
        using var command = _connection.Command("SELECT CASE WHEN range = 99999 THEN error('here') ELSE '' END FROM range(100000)");
        command.UseStreamingMode = true;

        var rows = 0;
        Subset.SkipOnThePackage(); // which takes such an end for an ordinary one
        Assert.Contains("here", Assert.Throws<DuckDBException>(() =>
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
                rows++;
        }).Message);
        Assert.True(rows < 99999);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("'; DROP TABLE faces; --")]
    [InlineData("ünï 😀 \" \\ ''")]
    [InlineData("")]
    public void Should_take_a_parameter_for_what_it_is(string text)
    {
        Assert.Equal(text, _connection.Scalar("SELECT ?", text));
    }

    [Fact]
    public void Should_bind_in_order_and_by_name()
    {
        Assert.Equal("a5", _connection.Scalar("SELECT ? || ?::INTEGER", "a", 5));

        using var command = _connection.Command("SELECT $second || $first");
        command.Parameters.Add(new DuckDBParameter("1") { ParameterName = "first" });
        command.Parameters.Add(new DuckDBParameter("2") { ParameterName = "second" });
        Assert.Equal("21", command.ExecuteScalar());
    }

    [Fact]
    public void Should_bind_every_kind_of_value()
    {
        Assert.Equal(DBNull.Value, _connection.Scalar("SELECT ?::VARCHAR", DBNull.Value));
        Assert.Equal(long.MinValue, _connection.Scalar("SELECT ?::BIGINT", long.MinValue));
        Assert.Equal(-7, _connection.Scalar("SELECT ?::INTEGER", -7));
        Assert.Equal(4, _connection.Scalar("SELECT octet_length(?::BLOB)::INTEGER", new byte[] { 0, 1, 0, 255 }));
    }

    [Fact]
    public void Should_say_so_when_a_parameter_is_missing()
    {
        Assert.Contains("Expected 2, got 1", Assert.Throws<InvalidOperationException>(() => _connection.Scalar("SELECT ? || ?", "a")).Message);
    }

    [Fact]
    public void Should_count_the_rows_it_changed()
    {
        _connection.Scalar("CREATE TABLE t (x INTEGER)");
        using var command = _connection.Command("INSERT INTO t FROM range(7)");

        Assert.Equal(7, command.ExecuteNonQuery());
    }

    [Fact]
    public void Should_give_null_when_there_is_no_row() => Assert.Null(_connection.Scalar("SELECT 1 WHERE false"));
}
