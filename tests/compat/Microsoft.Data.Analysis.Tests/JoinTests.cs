using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

[Trait("Needs", "Nothing")]
public sealed class JoinTests
{
    private static readonly DataFrame Labels = new(new Int32DataFrameColumn("row", [1, 2, 3, null]), new StringDataFrameColumn("label", ["a", "b", "c", "d"]));
    private static readonly DataFrame Votes = new(new Int32DataFrameColumn("row", [3, 1, 1, 9]), new StringDataFrameColumn("vote", ["x", "y", "z", "w"]));

    [Fact]
    public void Should_lay_rows_beside_each_other_when_joined()
    {
        var both = Labels.Join(Votes.Head(2));

        Assert.Equal(["row_left", "label", "row_right", "vote"], both.Columns.Select(column => column.Name));
        Assert.Equal([3, 1, null, null], both["row_right"].Values());
        Assert.Equal(2, Labels.Join(Votes.Head(2), joinAlgorithm: JoinAlgorithm.Inner).Rows.Count);
        Assert.Equal(2, Labels.Join(Votes.Head(2), joinAlgorithm: JoinAlgorithm.Right).Rows.Count);
        Assert.Equal(4, Labels.Head(1).Join(Votes, joinAlgorithm: JoinAlgorithm.FullOuter).Rows.Count);
    }

    [Fact]
    public void Should_keep_left_rows_when_merged_left()
    {
        var merged = Labels.Head(3).Merge(Votes, ["row"], ["row"]);

        Assert.Equal(["a", "a", "b", "c"], merged["label"].Values());
        Assert.Equal(["y", "z", null, "x"], merged["vote"].Values());
    }

    [Fact]
    public void Should_keep_what_agrees_when_merged_inner()
    {
        var merged = Labels.Head(3).Merge<int>(Votes, "row", "row", joinAlgorithm: JoinAlgorithm.Inner).OrderBy("label");

        Assert.Equal(["a", "a", "c"], merged["label"].Values());
        Assert.Equal([1, 1, 3], merged["row_right"].Values());
    }

    [Fact]
    public void Should_keep_right_or_all_rows_when_merged_right_or_outer()
    {
        Assert.Equal(["x", "y", "z", "w"], Labels.Merge(Votes, ["row"], ["row"], joinAlgorithm: JoinAlgorithm.Right)["vote"].Values());
        var all = Labels.Head(3).Merge(Votes, ["row"], ["row"], "_l", "_r", JoinAlgorithm.FullOuter);
        Assert.Equal(["a", "a", "b", "c", null], all["label"].Values());
        Assert.Equal([1, 1, null, 3, 9], all["row_r"].Values());
    }

    [Fact]
    public void Should_need_all_columns_to_agree_when_merged_by_several()
    {
        var left = new DataFrame(new Int32DataFrameColumn("a", [1, 1]), new StringDataFrameColumn("b", ["x", "y"]));
        var right = new DataFrame(new Int32DataFrameColumn("c", [1, 1]), new StringDataFrameColumn("d", ["y", "z"]), new Int32DataFrameColumn("n", [7, 8]));

        Assert.Equal([null, 7], left.Merge(right, ["a", "b"], ["c", "d"])["n"].Values());
        Assert.Throws<ArgumentException>(() => left.Merge(right, ["a"], ["c", "d"]));
        Assert.Throws<ArgumentException>(() => left.Merge(right, ["a"], ["d"]));
    }

    [Fact]
    public void Should_match_nulls_with_nulls_and_keep_no_row_for_one_alone_when_merged()
    {
        var nulls = new DataFrame(new Int32DataFrameColumn("row", [null, 2, 2, 7, 7]), new StringDataFrameColumn("vote", ["n", "p", "q", "r", "s"]));

        Assert.Equal(["a", "b", "b", "c", "d"], Labels.Merge(nulls, ["row"], ["row"])["label"].Values());
        Assert.Equal([null, "p", "q", null, "n", "r", "s"], Labels.Merge(nulls, ["row"], ["row"], joinAlgorithm: JoinAlgorithm.FullOuter)["vote"].Values());
        Assert.Equal(["a", "b", "c"], Labels.Merge(nulls.Tail(4).Head(1), ["row"], ["row"])["label"].Values());
    }
}
