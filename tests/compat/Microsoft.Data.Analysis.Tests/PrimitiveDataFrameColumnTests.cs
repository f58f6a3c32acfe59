using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

[Trait("Needs", "Nothing")]
public sealed class PrimitiveDataFrameColumnTests
{
    private static readonly DoubleDataFrameColumn Numbers = new("x", [3.0, null, 1.0, 2.0]);

    [Fact]
    public void Should_count_nulls_when_values_come_and_go()
    {
        var column = new Int32DataFrameColumn("x", 2);
        Assert.Equal(2, column.NullCount);
        column[0] = 5;
        column.Append(null);
        column.Append(7);
        column.Append(7);

        Assert.Equal([5, null, null, 7, 7], column.Values());
        Assert.Equal(2, column.NullCount);
        Assert.True(column.IsValid(0));
        Assert.False(column.IsValid(1));
        Assert.Equal(5, column.Length);
        column[0] = null;
        Assert.Equal(3, column.NullCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => column[5]);
    }

    [Fact]
    public void Should_leave_nulls_out_when_summed_up()
    {
        Assert.Equal(6.0, Numbers.Sum());
        Assert.Equal(3.0, Numbers.Max());
        Assert.Equal(1.0, Numbers.Min());
        Assert.Equal(2, Numbers.Mean());
        Assert.Equal(2, Numbers.Median());
        Assert.Equal(1.5, new Int32DataFrameColumn("y", [1, 2]).Median());
        Assert.Equal(0, new Int32DataFrameColumn("none").Mean());
        Assert.Null(new Int32DataFrameColumn("none").Max());
    }

    [Fact]
    public void Should_change_a_copy_or_itself_when_asked()
    {
        var column = new DoubleDataFrameColumn("x", [-1.5, 2.5, null]);

        Assert.Equal([-3.0, 5.0, null], column.Apply(x => 2 * x).Values());
        Assert.Equal([-1.5, 2.5, null], column.Values());
        column.Apply(Math.Abs, inPlace: true);
        Assert.Equal([1.5, 2.5, null], column.Values());
    }

    [Fact]
    public void Should_sort_fill_and_drop_when_there_are_nulls()
    {
        Assert.Equal([1.0, 2.0, 3.0, null], Numbers.Sort().Values());
        Assert.Equal([null, 3.0, 2.0, 1.0], Numbers.Sort(ascending: false, putNullValuesLast: false).Values());
        Assert.Equal([3.0, 0.5, 1.0, 2.0], Numbers.FillNulls(0.5).Values());
        Assert.Equal([3.0, 1.0, 2.0], Numbers.DropNulls().Values());
        Assert.Equal([false, true, false, false], Numbers.ElementwiseIsNull().Values());
        Assert.Equal([true, false, true, true], Numbers.ElementwiseIsNotNull().Values());
    }

    [Fact]
    public void Should_keep_equal_values_in_their_order_when_sorted()
    {
        var keys = new Int32DataFrameColumn("key", Enumerable.Range(0, 10).Select(i => i % 2));
        var frame = new DataFrame(keys, new Int32DataFrameColumn("row", Enumerable.Range(0, 10)));

        Assert.Equal([0, 2, 4, 6, 8, 1, 3, 5, 7, 9], frame.OrderBy("key")["row"].Values());
    }

    [Fact]
    public void Should_count_values_in_the_order_of_their_first_rows_when_asked()
    {
        var counts = new Int32DataFrameColumn("x", [7, 3, 7, null, 7]).ValueCounts();

        Assert.Equal([7, 3], counts["Values"].Values());
        Assert.Equal([3L, 1L], counts["Counts"].Values());
    }

    [Fact]
    public void Should_append_nulls_when_cloned()
    {
        Assert.Equal([3.0, null, 1.0, 2.0, null], Numbers.Clone(numberOfNullsToAppend: 1).Values());
        Assert.Equal([3.0, null, 1.0, 2.0], ((DataFrameColumn)Numbers).Clone().Values());
        Assert.IsType<DoubleDataFrameColumn>(Numbers.Clone());
    }

    [Fact]
    public void Should_say_so_when_a_figure_has_no_meaning()
    {
        Assert.Throws<NotSupportedException>(() => new BooleanDataFrameColumn("x", [true]).Sum());
        Assert.Throws<NotImplementedException>(() => new StringDataFrameColumn("x", ["a"]).Mean());
        Assert.True(Numbers.IsNumericColumn());
        Assert.False(new BooleanDataFrameColumn("x").IsNumericColumn());
    }
}
