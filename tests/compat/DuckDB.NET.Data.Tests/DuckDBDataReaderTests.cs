using System.Data;
using DuckDB.NET.Data.Tests.Support;
using EmotionNotebooks.Compat.Tests;

namespace DuckDB.NET.Data.Tests;

public sealed class DuckDBDataReaderTests : IDisposable
{
    private readonly DuckDBConnection _connection = Memory.Open();

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("true", true)]
    [InlineData("(-128)::TINYINT", (sbyte)-128)]
    [InlineData("(-32768)::SMALLINT", short.MinValue)]
    [InlineData("(-2147483648)::INTEGER", int.MinValue)]
    [InlineData("9223372036854775807::BIGINT", long.MaxValue)]
    [InlineData("255::UTINYINT", byte.MaxValue)]
    [InlineData("65535::USMALLINT", ushort.MaxValue)]
    [InlineData("4294967295::UINTEGER", uint.MaxValue)]
    [InlineData("18446744073709551615::UBIGINT", ulong.MaxValue)]
    [InlineData("0.5::FLOAT", 0.5f)]
    [InlineData("-0.25::DOUBLE", -0.25)]
    [InlineData("'twelve bytes'", "twelve bytes")]
    [InlineData("'thirteen byte'", "thirteen byte")]
    [InlineData("''", "")]
    [InlineData("'ünï 😀'", "ünï 😀")]
    public void Should_read_a_value_of_each_type(string expression, object value)
    {
        using var reader = Read($"SELECT {expression} AS x");
        Assert.Equal(("x", value.GetType()), (reader.GetName(0), reader.GetFieldType(0)));

        Assert.True(reader.Read());
        Assert.Equal(value, reader.GetValue(0));
        Assert.False(reader.IsDBNull(0));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Should_read_bytes_that_stay()
    {
        var reader = Read("SELECT ('\\x00\\xFF' || repeat('a', n::INTEGER))::BLOB FROM (VALUES (0), (40)) v(n)");
        reader.Read();
        using var first = reader.GetStream(0);
        reader.Read();
        using var second = reader.GetFieldValue<Stream>(0);

        Assert.Equal((2, 42), (first.Length, second.Length));
        Assert.Equal((0, 255, -1), (first.ReadByte(), first.ReadByte(), first.ReadByte()));
        Assert.Equal(0, second.ReadByte());
        reader.Dispose();
        if (Subset.IsLoaded)
            Assert.Equal((255, 'a'), (second.ReadByte(), second.ReadByte()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_read_every_row_in_order(bool streaming)
    {
        const int rows = 100_000;
        using var command = _connection.Command("SELECT range, CASE WHEN range % 3 = 0 THEN NULL ELSE 'row ' || range END FROM range(?::BIGINT)", rows);
        command.UseStreamingMode = streaming;
        using var reader = command.ExecuteReader();

        Assert.True(reader.HasRows);
        for (var row = 0; row < rows; row++)
        {
            Assert.True(reader.Read());
            Assert.Equal(row, reader.GetInt64(0));
            Assert.Equal(row % 3 == 0, reader.IsDBNull(1));
            if (row % 3 != 0)
                Assert.Equal($"row {row}", reader.GetString(1));
        }

        Assert.False(reader.Read());
        Assert.False(reader.Read());
    }

    [Fact]
    public void Should_convert_numbers_and_nothing_else()
    {
        using var reader = Read("SELECT 7::INTEGER, 300::INTEGER, 'x', NULL::INTEGER");
        reader.Read();

        Assert.Equal((7L, (short)7, (byte)7), (reader.GetInt64(0), reader.GetInt16(0), reader.GetByte(0)));
        Assert.Throws<InvalidCastException>(() => reader.GetByte(1));
        Assert.ThrowsAny<Exception>(() => reader.GetInt32(2));
        Assert.Throws<InvalidCastException>(() => reader.GetString(0));
        Assert.Throws<InvalidCastException>(() => reader.GetInt32(3));
        Assert.Equal(DBNull.Value, reader.GetValue(3));
    }

    [Fact]
    public void Should_find_columns_by_name()
    {
        using var reader = Read("SELECT 1 AS a, 2 AS b");
        reader.Read();

        Assert.Equal((2, 1, 2), (reader.FieldCount, reader.GetOrdinal("b"), (int)reader["b"]));
        Assert.Throws<DuckDBException>(() => reader.GetOrdinal("c"));
    }

    [Fact]
    public void Should_say_so_when_no_row_was_read()
    {
        using var reader = Read("SELECT 1");

        Assert.Throws<InvalidOperationException>(() => reader.GetInt32(0));
        Assert.Throws<InvalidOperationException>(() => reader.IsDBNull(0));
    }

    [Fact]
    public void Should_not_be_of_use_once_closed()
    {
        // The package gives out what is left of freed memory.
        Subset.SkipOnThePackage();
        var reader = Read("SELECT 1 FROM range(5000)");
        reader.Read();
        reader.Close();
        reader.Close();

        Assert.True(reader.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => reader.Read());
        Assert.Throws<ObjectDisposedException>(() => reader.GetInt32(0));
    }

    [Fact]
    public void Should_close_its_connection_when_asked_to()
    {
        using var command = _connection.Command("SELECT 1");

        ((IDbCommand)command).ExecuteReader(CommandBehavior.CloseConnection).Close();

        Assert.Equal(ConnectionState.Closed, _connection.State);
    }

    [Fact]
    public void Should_name_a_type_that_the_subset_does_not_read()
    {
        Subset.SkipOnThePackage();
        using var reader = Read("SELECT {'a': 1} AS s");
        reader.Read();

        Assert.Contains("Column 's'", Assert.Throws<NotSupportedException>(() => reader.GetValue(0)).Message);
    }

    private DuckDBDataReader Read(string text)
    {
        using var command = _connection.Command(text);
        return command.ExecuteReader();
    }
}
