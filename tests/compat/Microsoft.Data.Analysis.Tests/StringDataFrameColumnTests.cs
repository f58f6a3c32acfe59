using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

[Trait("Needs", "Nothing")]
public sealed class StringDataFrameColumnTests
{
    private static readonly StringDataFrameColumn Texts = new("texts", ["b", null, "a", "b"]);

    [Fact]
    public void Should_hold_texts_and_nulls_when_filled()
    {
        var column = new StringDataFrameColumn("x", 1);
        column.Append("b");
        column[0] = "a";

        Assert.Equal(["a", "b"], column.Values());
        Assert.Equal(0, column.NullCount);
        Assert.Equal(1, Texts.NullCount);
        Assert.Throws<ArgumentException>(() => ((DataFrameColumn)column)[0] = 1);
    }

    [Fact]
    public void Should_count_sort_fill_and_drop_when_asked()
    {
        var counts = Texts.ValueCounts();

        Assert.Equal(["b", "a"], counts["Values"].Values());
        Assert.Equal([2L, 1L], counts["Counts"].Values());
        Assert.Equal(["a", "b", "b", null], Texts.Sort().Values());
        Assert.Equal(["b", "?", "a", "b"], Texts.FillNulls("?").Values());
        Assert.Equal(["b", "a", "b"], Texts.DropNulls().Values());
        Assert.Equal(["b", null, "a", "b", null], Texts.Clone(1).Values());
        Assert.Throws<ArgumentException>(() => Texts.FillNulls((object)1));
    }

    [Fact]
    public void Should_say_its_name_and_type_when_written()
    {
        var lines = Texts.ToString(2).ReplaceLineEndings("\n");

        Assert.Equal("textsb\nnull\n  ... 2 of total 4\nName: texts, Type: System.String", lines);
    }
}
