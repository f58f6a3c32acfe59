using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

[Trait("Needs", "Nothing")]
public sealed class ComparisonTests
{
    private static readonly Int32DataFrameColumn Ints = new("ints", [1, null, 3]);
    private static readonly StringDataFrameColumn Texts = new("texts", ["a", null, "b"]);

    [Fact]
    public void Should_compare_each_value_when_given_one()
    {
        Assert.Equal([false, false, true], Ints.ElementwiseEquals(3).Values());
        Assert.Equal([true, true, false], Ints.ElementwiseNotEquals(3).Values());
        Assert.Equal([false, false, true], Ints.ElementwiseGreaterThan(2.5).Values());
        Assert.Equal([false, false, true], Ints.ElementwiseGreaterThanOrEqual(3L).Values());
        Assert.Equal([true, true, false], Ints.ElementwiseLessThan(2).Values());
        Assert.Equal([true, true, true], Ints.ElementwiseLessThanOrEqual(3f).Values());
    }

    [Fact]
    public void Should_compare_the_same_when_the_type_is_not_known()
    {
        DataFrameColumn ints = Ints;

        Assert.Equal([false, false, true], ints.ElementwiseGreaterThan(2.5).Values());
        Assert.Equal([true, true, false], ints.ElementwiseLessThan(new DoubleDataFrameColumn("", [1.5, 0.5, 2.5])).Values());
        Assert.Equal([true, false, true], ints.ElementwiseEquals(new Int32DataFrameColumn("", [1, 2, 3])).Values());
        Assert.Equal([false, true, false], ints.ElementwiseEquals((DataFrameColumn?)null).Values());
        Assert.Throws<NotSupportedException>(() => ints.ElementwiseEquals("3"));
        Assert.Throws<ArgumentException>(() => ints.ElementwiseEquals(new Int32DataFrameColumn("", 2)));
    }

    [Fact]
    public void Should_take_null_for_zero_when_compared()
    {
        // The package's own behaviour: ask ElementwiseIsNull for nulls.
        Assert.Equal([false, true, false], Ints.ElementwiseEquals(0).Values());
    }

    [Fact]
    public void Should_compare_texts_when_given_one()
    {
        DataFrameColumn texts = Texts;

        Assert.Equal([true, false, false], Texts.ElementwiseEquals("a").Values());
        Assert.Equal([true, false, false], texts.ElementwiseEquals("a").Values());
        Assert.Equal([false, true, true], texts.ElementwiseNotEquals("a").Values());
        Assert.Equal([true, false, false], texts.ElementwiseEquals(new StringDataFrameColumn("", ["a", "x", "c"])).Values());
        Assert.Equal([false, true, false], Texts.ElementwiseIsNull().Values());
        Assert.Throws<NotImplementedException>(() => texts.ElementwiseGreaterThan("a"));
    }

    [Fact]
    public void Should_combine_answers_when_joined_by_and_or_or()
    {
        var frame = Faces.Frame();
        var brightness = frame.Columns.GetInt32Column("brightness");
        var bright = brightness.ElementwiseGreaterThan(20);
        var notToo = brightness.ElementwiseLessThan(50);

        Assert.Equal([30, 40], frame.Filter(bright & notToo)["brightness"].Values());
        Assert.Equal(6, frame.Filter(bright | notToo).Rows.Count);
        Assert.Equal([30, 40], frame.Filter(bright.And(notToo))["brightness"].Values());
        Assert.Equal([true, null], new BooleanDataFrameColumn("", [true, true]).And((DataFrameColumn)new BooleanDataFrameColumn("", [true, null])).Values());
        Assert.Throws<NotSupportedException>(() => (DataFrameColumn)brightness & bright);
    }
}
