using System.Text;
using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

[Trait("Needs", "Nothing")]
public sealed class CsvTests
{
    [Fact]
    public void Should_guess_types_when_read()
    {
        var frame = DataFrame.LoadCsvFromString("name,share,ok\r\nsad,0.5,true\r\n\r\n\"a, \"\"b\"\"\",,false\r\nnull,2,\r\n");

        Assert.Equal([typeof(string), typeof(float), typeof(bool)], frame.Columns.Select(column => column.DataType));
        Assert.Equal(["sad", "a, \"b\"", null], frame["name"].Values());
        Assert.Equal([0.5f, null, 2f], frame["share"].Values());
        Assert.Equal([true, false, null], frame["ok"].Values());
    }

    [Fact]
    public void Should_use_names_and_types_when_given()
    {
        var frame = DataFrame.LoadCsvFromString("1;x\n2;y\n3;z", ';', header: false, columnNames: ["row", ""], dataTypes: [typeof(int), typeof(string)], numberOfRowsToRead: 2, addIndexColumn: true);

        Assert.Equal(["IndexColumn", "row", "Column1"], frame.Columns.Select(column => column.Name));
        Assert.Equal([1, 2], frame["row"].Values());
        Assert.Equal([0L, 1L], frame["IndexColumn"].Values());
        Assert.Throws<FormatException>(() => DataFrame.LoadCsvFromString(""));
        Assert.Throws<ArgumentException>(() => DataFrame.LoadCsvFromString("a,a\n1,2"));
        Assert.Equal(["a", "a.1"], DataFrame.LoadCsvFromString("a,a\n1,2", renameDuplicatedColumns: true).Columns.Select(column => column.Name));
    }

    [Fact]
    public void Should_come_back_the_same_when_saved()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            DataFrame.SaveCsv(new DataFrame(new StringDataFrameColumn("text", ["a,b", "say \"é\"", null]), new DoubleDataFrameColumn("x", [0.1, null, 1e300])), path, encoding: Encoding.UTF8);
            var frame = DataFrame.LoadCsv(path, dataTypes: [typeof(string), typeof(double)]);

            Assert.Equal(["a,b", "say \"é\"", ""], frame["text"].Values());
            Assert.Equal([0.1, null, 1e300], frame["x"].Values());
            Assert.Throws<ArgumentException>(() => DataFrame.SaveCsv(new DataFrame(), path, separator: '.'));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
