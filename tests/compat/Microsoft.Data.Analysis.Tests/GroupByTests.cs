using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

[Trait("Needs", "Nothing")]
public sealed class GroupByTests
{
    [Fact]
    public void Should_count_values_that_are_there_when_counted()
    {
        var counts = Faces.Frame().GroupBy("label").Count();

        Assert.Equal(["label", "brightness", "deviation"], counts.Columns.Select(column => column.Name));
        Assert.Equal(["sad", "happy"], counts["label"].Values());
        Assert.Equal([3L, 2L], counts["brightness"].Values());
        Assert.Equal([3L, 1L], counts["deviation"].Values());
    }

    [Fact]
    public void Should_keep_the_type_but_for_means_when_summed_up()
    {
        var groups = Faces.Frame().GroupBy("label");

        Assert.Equal([100, 70], groups.Sum("brightness")["brightness"].Values());
        Assert.Equal([60, 50], groups.Max("brightness")["brightness"].Values());
        Assert.Equal([10, 20], groups.Min("brightness")["brightness"].Values());
        Assert.Equal([100 / 3.0, 35.0], groups.Mean("brightness")["brightness"].Values());
        // A null counts as zero here, in the package too.
        Assert.Equal([5 / 3.0, 1.25], groups.Mean("deviation")["deviation"].Values());
        Assert.Equal(["label", "deviation", "brightness"], groups.Sum("deviation", "brightness").Columns.Select(column => column.Name));
    }

    [Fact]
    public void Should_have_no_sum_when_a_column_is_text()
    {
        var frame = Faces.Frame();
        frame["split"] = new StringDataFrameColumn("", ["a", "a", "b", "b", "b", "b"]);

        Assert.Throws<NotImplementedException>(() => frame.GroupBy("label").Sum());
        Assert.ThrowsAny<ArgumentException>(() => frame.GroupBy("label").Sum("nothing"));
    }

    [Fact]
    public void Should_give_the_first_row_of_each_group_when_asked()
    {
        var groups = Faces.Frame().GroupBy("label");

        Assert.Equal([10, 20], groups.First()["brightness"].Values());
        Assert.Equal(["sad", "happy"], groups.First("brightness")["label"].Values());
    }

    [Fact]
    public void Should_give_keys_and_rows_when_the_type_of_the_key_is_named()
    {
        var groups = Faces.Frame().GroupBy<string>("label").Groupings.ToDictionary(group => group.Key, group => group.Select(row => (int)row["brightness"]).ToArray());

        Assert.Equal([10, 30, 60], groups["sad"]);
        Assert.Equal([20, 50], groups["happy"]);
        Assert.Throws<InvalidCastException>(() => Faces.Frame().GroupBy<int>("label"));
        Assert.Throws<ArgumentException>(() => Faces.Frame().GroupBy("nothing"));
    }

    [Fact]
    public void Should_group_by_numbers_when_the_key_is_one()
    {
        var frame = new DataFrame(new Int32DataFrameColumn("x", [1, 2, 1]), new SingleDataFrameColumn("y", [0.5f, 1f, 2f]));

        Assert.Equal([2.5f, 1f], frame.GroupBy("x").Sum("y")["y"].Values());
        Assert.IsType<Int32DataFrameColumn>(frame.GroupBy("x").Sum("y")["x"]);
    }
}
