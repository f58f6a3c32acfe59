using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

[Trait("Needs", "Nothing")]
public sealed class DataFrameColumnCollectionTests
{
    [Fact]
    public void Should_give_typed_columns_when_asked_for_their_type()
    {
        var columns = Faces.Frame().Columns;

        Assert.Equal(10, columns.GetInt32Column("brightness")[0]);
        Assert.Equal(1.5, columns.GetDoubleColumn("deviation")[0]);
        Assert.Equal("sad", columns.GetStringColumn("label")[0]);
        Assert.Equal(10, columns.GetPrimitiveColumn<int>("brightness")[0]);
        Assert.Throws<ArgumentException>(() => columns.GetInt64Column("brightness"));
        Assert.Throws<ArgumentException>(() => columns.GetSingleColumn("deviation"));
        Assert.Throws<ArgumentException>(() => columns.GetBooleanColumn("label"));
        Assert.Contains("'nothing'", Assert.Throws<ArgumentException>(() => columns["nothing"]).Message);
    }

    [Fact]
    public void Should_add_or_replace_a_column_when_set_by_name()
    {
        var frame = Faces.Frame();
        frame["bright"] = frame["brightness"] * 2;
        frame["label"] = new StringDataFrameColumn("other name", 6);

        Assert.Equal(["label", "brightness", "deviation", "bright"], frame.Columns.Select(column => column.Name));
        Assert.Equal(120, frame["bright"][5]);
        Assert.Null(frame["label"][0]);
    }

    [Fact]
    public void Should_refuse_columns_of_other_lengths_or_known_names_when_added()
    {
        var frame = Faces.Frame();

        Assert.Throws<ArgumentException>(() => frame.Columns.Add(new Int32DataFrameColumn("short", 5)));
        Assert.Throws<ArgumentException>(() => frame.Columns.Add(new Int32DataFrameColumn("label", 6)));
        Assert.Throws<ArgumentException>(() => frame["brightness"].SetName("label"));
    }

    [Fact]
    public void Should_find_columns_by_their_new_names_when_renamed_or_removed()
    {
        var columns = Faces.Frame().Columns;
        columns.RenameColumn("brightness", "mean");
        columns.Remove("label");

        Assert.Equal(0, columns.IndexOf("mean"));
        Assert.Equal(1, columns.IndexOf("deviation"));
        Assert.Equal(-1, columns.IndexOf("label"));
    }
}
