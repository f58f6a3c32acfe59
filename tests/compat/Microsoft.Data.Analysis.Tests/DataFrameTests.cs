using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

[Trait("Needs", "Nothing")]
public sealed class DataFrameTests
{
    [Fact]
    public void Should_give_values_by_row_column_and_name_when_indexed()
    {
        var frame = Faces.Frame();

        Assert.Equal(30, frame[2, 1]);
        Assert.Equal("happy", frame["label"][1]);
        Assert.Null(frame.Rows[3]["label"]);
        Assert.Equal(2.5, frame.Rows[4][2]);
        Assert.Equal(6, frame.Rows.Count);
        Assert.Equal(3, frame.Columns.Count);
    }

    [Fact]
    public void Should_change_values_when_set()
    {
        var frame = Faces.Frame();
        frame[0, 1] = 11;
        frame["label"][0] = "fear";
        frame.Rows[1]["deviation"] = 9.0;
        frame.Rows[2][1] = 31;

        Assert.Equal(["fear", 11, 1.5], frame.Rows[0].Values());
        Assert.Equal(["happy", 20, 9.0], frame.Rows[1].Values());
        Assert.Equal(31, frame[2, 1]);
        Assert.Throws<ArgumentException>(() => frame[0, 1] = "eleven");
    }

    [Fact]
    public void Should_copy_when_cloned()
    {
        var frame = Faces.Frame();
        var clone = frame.Clone();
        clone[0, 1] = 0;

        Assert.Equal(10, frame[0, 1]);
        Assert.IsType<Int32DataFrameColumn>(clone["brightness"]);
        Assert.IsType<StringDataFrameColumn>(clone["label"]);
    }

    [Fact]
    public void Should_keep_rows_that_are_true_when_filtered()
    {
        var frame = Faces.Frame();

        Assert.Equal([20, 50], frame.Filter(frame["label"].ElementwiseEquals("happy"))["brightness"].Values());
        Assert.Equal([50, 60], frame[frame["brightness"].ElementwiseGreaterThan(40)]["brightness"].Values());
        Assert.Equal([10], frame.Filter(new BooleanDataFrameColumn("mask", [true, null, false]))["brightness"].Values());
        Assert.Throws<ArgumentException>(() => frame.Filter(new BooleanDataFrameColumn("long", 7)));
    }

    [Fact]
    public void Should_take_rows_in_the_order_asked_for_when_given_numbers()
    {
        var frame = Faces.Frame();

        Assert.Equal([60, 10], frame[new[] { 5, 0 }]["brightness"].Values());
        Assert.Throws<ArgumentOutOfRangeException>(() => frame[new[] { 6 }]);
    }

    [Fact]
    public void Should_give_first_and_last_rows_when_asked_for_head_and_tail()
    {
        Assert.Equal([10, 20], Faces.Frame().Head(2)["brightness"].Values());
        Assert.Equal([50, 60], Faces.Frame().Tail(2)["brightness"].Values());
    }

    [Fact]
    public void Should_put_nulls_last_or_first_when_sorted()
    {
        var frame = Faces.Frame();

        Assert.Equal([30, 10, 50, 60, 40, 20], frame.OrderBy("deviation")["brightness"].Values());
        Assert.Equal([40, 60, 50, 10, 30, 20], frame.OrderByDescending("deviation")["brightness"].Values());
        Assert.Equal([20, 30, 10, 50, 60, 40], frame.OrderBy("deviation", putNullValuesLast: false)["brightness"].Values());
        Assert.Equal(["happy", "happy", "sad", "sad", "sad", null], frame.OrderBy("label")["label"].Values());
        Assert.Throws<ArgumentException>(() => frame.OrderBy("nothing"));
    }

    [Fact]
    public void Should_describe_numbers_when_asked()
    {
        var description = Faces.Frame().Description();

        Assert.Equal(["Description", "brightness", "deviation"], description.Columns.Select(column => column.Name));
        Assert.Equal(["Length (excluding null values)", "Max", "Min", "Mean"], description["Description"].Values());
        Assert.Equal([6f, 60f, 10f, 35f], description["brightness"].Values());
        // In the package too the mean is over all rows, with or without a value.
        Assert.Equal([5f, 4f, 0.5f, 11.5f / 6], description["deviation"].Values());
        Assert.Empty(new DataFrame(new StringDataFrameColumn("text", ["a"])).Description().Columns);
    }

    [Fact]
    public void Should_name_types_and_lengths_when_asked_for_info()
    {
        var info = Faces.Frame().Info();

        Assert.Equal(["DataType", "Length (excluding null values)"], info["Info"].Values());
        Assert.Equal(["System.String", "5"], info["label"].Values());
        Assert.Equal(["System.Double", "5"], info["deviation"].Values());
    }

    [Fact]
    public void Should_give_different_rows_when_sampled()
    {
        var sample = Faces.Frame().Sample(4)["brightness"].Values();

        Assert.Equal(4, sample.Distinct().Count());
        Assert.Throws<ArgumentException>(() => Faces.Frame().Sample(7));
    }

    [Fact]
    public void Should_leave_out_or_fill_nulls_when_asked()
    {
        Assert.Equal([10, 30, 50, 60], Faces.Frame().DropNulls()["brightness"].Values());
        Assert.Equal(6, Faces.Frame().DropNulls(DropNullOptions.All).Rows.Count);
        var numbers = new DataFrame(new DoubleDataFrameColumn("x", [1, null]), new Int32DataFrameColumn("y", [null, 2]));
        Assert.Equal([1.0, 7.0], numbers.FillNulls(7)["x"].Values());
        Assert.Equal([null, 2], numbers["y"].Values());
        numbers.FillNulls(7, inPlace: true);
        Assert.Equal([7, 2], numbers["y"].Values());
    }

    [Fact]
    public void Should_append_rows_when_values_can_be_converted()
    {
        var frame = Faces.Frame();
        var longer = frame.Append(["fear", "70", 1]);
        longer.Append([new KeyValuePair<string, object>("brightness", 80)], inPlace: true);
        longer.Append(frame.Rows.Take(1), inPlace: true);
        longer.Append(new object[] { "null" }, inPlace: true);

        Assert.Equal(6, frame.Rows.Count);
        Assert.Equal(10, longer.Rows.Count);
        Assert.Equal(["fear", 70, 1.0], longer.Rows[6].Values());
        Assert.Equal([null, 80, null], longer.Rows[7].Values());
        Assert.Equal(["sad", 10, 1.5], longer.Rows[8].Values());
        Assert.Equal([null, null, null], longer.Rows[9].Values());
        Assert.Throws<FormatException>(() => longer.Append(["fear", "much", 1], inPlace: true));
        Assert.Equal(10, longer["label"].Length);
        Assert.Throws<ArgumentException>(() => longer.Append([1, 2, 3, 4]));
    }

    [Fact]
    public void Should_be_an_aligned_table_when_written()
    {
        var text = Faces.Frame().ToString(2).ReplaceLineEndings("\n");

        Assert.Equal("label      brightness deviation  \nsad        10         1.5        \nhappy      20         null       \n  ... 2 of total 6\n", text);
        Assert.Equal("sad 10 1.5 ", Faces.Frame().Rows[0].ToString());
    }
}
