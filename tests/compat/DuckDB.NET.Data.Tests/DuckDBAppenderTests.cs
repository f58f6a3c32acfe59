using DuckDB.NET.Data.Tests.Support;

namespace DuckDB.NET.Data.Tests;

public sealed class DuckDBAppenderTests : IDisposable
{
    private readonly DuckDBConnection _connection = Memory.Open();

    public DuckDBAppenderTests() => _connection.Scalar("CREATE TABLE t (bytes BLOB, text VARCHAR, number INTEGER CHECK (number < 100000))");

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Should_have_every_row_in_the_table_once_disposed()
    {
        using (var appender = _connection.CreateAppender("t"))
        {
            for (var i = 0; i < 5000; i++)
                appender.CreateRow().AppendValue(new byte[] { 0, (byte)i }).AppendValue($"ünï {i}").AppendValue((int?)i).EndRow();
            appender.CreateRow().AppendValue((byte[]?)null).AppendValue((string?)null).AppendValue((int?)null).EndRow();
        }

        Assert.Equal(5001L, _connection.Scalar("SELECT count(*) FROM t"));
        Assert.Equal(1L, _connection.Scalar("SELECT count(*) FROM t WHERE bytes IS NULL AND text IS NULL AND number IS NULL"));
        Assert.Equal(5000L, _connection.Scalar("SELECT count(*) FROM t WHERE text = 'ünï ' || number AND octet_length(bytes) = 2"));
    }

    [Fact]
    public void Should_refuse_rows_of_another_length()
    {
        using var appender = _connection.CreateAppender("t");
        var row = appender.CreateRow();

        Assert.Contains("specified only 0", Assert.Throws<InvalidOperationException>(row.EndRow).Message);
        row.AppendValue([]).AppendValue("").AppendValue((int?)1);
        Assert.Throws<IndexOutOfRangeException>(() => row.AppendValue((int?)2));
        row.EndRow();
    }

    [Fact]
    public void Should_carry_DuckDBs_message_when_the_table_does_not_take_it()
    {
        Assert.Contains("nowhere", Assert.Throws<DuckDBException>(() => _connection.CreateAppender("nowhere")).Message);

        var appender = _connection.CreateAppender("t");
        appender.CreateRow().AppendValue([]).AppendValue("").AppendValue((int?)100000).EndRow();
        Assert.Contains("CHECK", Assert.Throws<DuckDBException>(appender.Dispose).Message);
        appender.Dispose();
    }

    [Fact]
    public void Should_not_be_of_use_once_disposed()
    {
        var appender = _connection.CreateAppender("t");
        appender.Dispose();

        Assert.Throws<InvalidOperationException>(() => appender.CreateRow());
    }
}
