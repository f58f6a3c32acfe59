using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

/// <summary>Types of results are the package's: those of C# where the column's type is known, else the column's own, or double.</summary>
[Trait("Needs", "Nothing")]
public sealed class ArithmeticTests
{
    private static readonly Int32DataFrameColumn Ints = new("ints", [1, null, 7]);
    private static readonly Int64DataFrameColumn Longs = new("longs", [10L, 20L, 30L]);
    private static readonly SingleDataFrameColumn Floats = new("floats", [0.5f, 1.5f, null]);
    private static readonly DoubleDataFrameColumn Doubles = new("doubles", [2.0, 4.0, 8.0]);

    [Fact]
    public void Should_have_the_types_of_the_language_when_columns_are_typed()
    {
        Assert.Equal([11L, null, 37L], (Ints + Longs).Values());
        Assert.Equal([10L, null, 4L], (Longs / Ints).Values());
        Assert.Equal([0.5f, null, null], (Ints * Floats).Values());
        Assert.Equal([0L, null, 3L], (Ints / 2L).Values());
        Assert.Equal([20f, 20f / 1.5f, null], Longs.Divide(Floats).Values());
        Assert.Equal([3L, 6L, 10L], (Longs / 3).Values());
        Assert.Equal([3L, 6L, 10L], Longs.Divide(3).Values());
        Assert.Equal([1.5, 2.5, null], (Doubles - Floats).Values());
        Assert.Equal([0.5, null, 0.875], (Ints / Doubles).Values());
        Assert.Equal([0, null, 3], (Ints / 2).Values());
        Assert.Equal([0.5, null, 3.5], (Ints / 2.0).Values());
        Assert.Equal([5, null, -1], (6 - Ints).Values());
        Assert.IsType<SingleDataFrameColumn>(Floats * 2);
        Assert.IsType<SingleDataFrameColumn>(Longs * 2f);
        Assert.IsType<DoubleDataFrameColumn>(Floats * 2.0);
        Assert.IsType<Int64DataFrameColumn>(Ints + 1L);
    }

    [Fact]
    public void Should_keep_one_type_or_meet_in_double_when_columns_are_not_typed()
    {
        DataFrameColumn ints = Ints, longs = Longs, floats = Floats;

        Assert.Equal([2, null, 14], (ints + ints).Values());
        Assert.Equal([11.0, null, 37.0], (ints + longs).Values());
        Assert.Equal([1.0, 3.0, null], (floats * 2).Values());
        Assert.Equal([1f, 3f, null], (floats * 2f).Values());
        Assert.Equal([0.5, -0.5, null], (1 - floats).Values());
        Assert.Equal([2, null, 8], (ints + 1).Values());
        Assert.Equal([2, null, 8], ints.Add(1).Values());
        Assert.Equal([7.0, null, 1.0], (7.0 / ints).Values());
    }

    [Fact]
    public void Should_change_itself_when_the_type_allows()
    {
        var column = new Int32DataFrameColumn("x", [1, 2]);
        Assert.Same(column, column.Multiply(3, inPlace: true));
        Assert.Equal([3, 6], column.Values());
        DataFrameColumn untyped = column;
        untyped.Subtract(1, inPlace: true);
        Assert.Equal([2, 5], column.Values());
        Assert.Throws<ArgumentException>(() => untyped.Add(0.5, inPlace: true));
    }

    [Fact]
    public void Should_refuse_when_there_is_nothing_to_compute()
    {
        Assert.Throws<ArgumentException>(() => Ints + new Int32DataFrameColumn("short", 2));
        Assert.Throws<NotSupportedException>(() => (DataFrameColumn)Ints + new StringDataFrameColumn("text", 3));
        Assert.Throws<NotSupportedException>(() => new BooleanDataFrameColumn("flags", 3).Add(1));
        Assert.Throws<DivideByZeroException>(() => Ints / 0);
    }

    [Fact]
    public void Should_join_texts_when_added()
    {
        var names = new StringDataFrameColumn("names", ["a", null]);

        Assert.Equal(["a!", "!"], (names + "!").Values());
        Assert.Equal(["a1", "2"], names.Add((DataFrameColumn)new Int32DataFrameColumn("", [1, 2])).Values());
        Assert.Equal(["A", null], names.Apply(text => text.ToUpperInvariant()).Values());
    }
}
