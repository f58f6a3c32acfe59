using DuckDB.NET.Data.Tests.Support;
using EmotionNotebooks.Compat.Tests;

namespace DuckDB.NET.Data.Tests;

/// <summary>Nothing of DuckDB's outlives its use, and nothing is used after its end.</summary>
[Trait("Needs", "SystemStack")]
public sealed class HandleTests
{
    private readonly int _before;

    public HandleTests()
    {
        Subset.SkipOnThePackage();
        _before = Subset.LiveHandles();
    }

    [Fact]
    public void Should_give_everything_back_when_disposed()
    {
        using (var connection = Memory.Open())
        {
            using var command = connection.Command("SELECT range FROM range(10000)");
            command.UseStreamingMode = true;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
            }

            connection.Scalar("CREATE TABLE t (x INTEGER)");
            using var appender = connection.CreateAppender("t");
            appender.CreateRow().AppendValue((int?)1).EndRow();
        }

        Assert.Equal(_before, Subset.LiveHandles());
    }

    [Fact]
    public void Should_give_everything_back_when_calls_fail()
    {
        using (var connection = Memory.Open())
        {
            Assert.Throws<DuckDBException>(() => connection.Scalar("SELEC"));
            Assert.Throws<DuckDBException>(() => connection.Scalar("SELECT error('x')"));
            Assert.Throws<InvalidOperationException>(() => connection.Scalar("SELECT ?"));
            Assert.Throws<NotSupportedException>(() => connection.Scalar("SELECT ?", 1.5));
            Assert.Throws<DuckDBException>(() => connection.CreateAppender("t"));
        }

        Assert.Throws<DuckDBException>(() => Memory.Open(";threads=many"));
        Assert.Equal(_before, Subset.LiveHandles());
    }

    [Fact]
    public void Should_give_everything_back_when_forgotten()
    {
        for (var i = 0; i < 20; i++)
            Forget();

        Assert.Equal(_before, Subset.LiveHandles());
    }

    [Fact]
    public void Should_read_on_when_the_connection_goes_first()
    {
        var connection = Memory.Open();
        var command = connection.Command("SELECT range FROM range(10000)");
        var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        command.Dispose();
        connection.Dispose();

        var rows = 1;
        while (reader.Read())
            rows++;
        Assert.Equal(10000, rows);
        reader.Dispose();
        Assert.Equal(_before, Subset.LiveHandles());
    }

    [Fact]
    public void Should_serve_threads_with_a_connection_each()
    {
        Parallel.For(0, 16, i =>
        {
            using var connection = Memory.Open(";threads=1");
            Assert.Equal((long)i * 1000, connection.Scalar("SELECT sum(x)::BIGINT FROM (SELECT ?::BIGINT AS x FROM range(1000))", i));
        });

        Assert.Equal(_before, Subset.LiveHandles());
    }

    private static void Forget()
    {
        var connection = Memory.Open(";threads=1");
        var reader = connection.Command("SELECT range FROM range(10000)").ExecuteReader();
        reader.Read();
        connection.Scalar("CREATE TABLE t (x INTEGER)");
        connection.CreateAppender("t").CreateRow().AppendValue((int?)1);
    }
}
