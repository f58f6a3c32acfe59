namespace EmotionNotebooks.Notebooks.Tests;

public class DibTests
{
    private const string Text = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}

        #!markdown

        # A title

        and #!html in a line

        #!csharp

        #!time
        var x = 1;

        x

        #!html

        <b>bold</b>

        #!C#

        x + 1
        """;

    [Fact]
    public void Should_Begin_A_Cell_At_Each_Line_That_Names_A_Language()
    {
        var cells = Dib.Parse(Text).Cells;

        Assert.Equal(["markdown", "csharp", "html", "csharp"], cells.Select(cell => cell.Language));
        Assert.Equal("# A title\n\nand #!html in a line", cells[0].Source);
        Assert.Equal("#!time\nvar x = 1;\n\nx", cells[1].Source);
        Assert.Equal("x + 1", cells[3].Source);
    }

    [Fact]
    public void Should_Write_What_It_Reads()
    {
        var notebook = Dib.Parse(Text);

        var again = Dib.Parse(Dib.Format(notebook));

        Assert.Equal(notebook.Cells, again.Cells);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("1 + 1", 1)]
    [InlineData("#!csharp\n\n#!markdown\n\n", 0)]
    [InlineData("#!csharp\r\n1\r\n#!fsharp\r\nlet x = 1\r\n", 2)]
    public void Should_Read_Any_Text(string text, int cells) => Assert.Equal(cells, Dib.Parse(text).Cells.Count);
}
