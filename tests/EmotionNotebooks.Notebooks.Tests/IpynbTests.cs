using System.Text.Json.Nodes;

namespace EmotionNotebooks.Notebooks.Tests;

public class IpynbTests
{
    /// <summary>As Polyglot Notebooks wrote them, and as .NET Interactive did before.</summary>
    private const string Polyglot = """
        {
          "cells": [
            { "cell_type": "markdown", "metadata": {}, "source": [ "# Title\n", "text" ] },
            { "cell_type": "code", "execution_count": 3, "metadata": { "polyglot_notebook": { "kernelName": "csharp" }, "vscode": { "languageId": "polyglot-notebook" } },
              "outputs": [ { "output_type": "stream", "name": "stdout", "text": [ "1\n" ] } ], "source": [ "Console.WriteLine(1);" ] },
            { "cell_type": "code", "execution_count": null, "metadata": { "dotnet_interactive": { "language": "html" }, "tags": [ "keep" ] }, "outputs": [], "source": "<b>x</b>" },
            { "cell_type": "code", "execution_count": null, "metadata": { "dotnet_interactive": { "language": "fsharp" } }, "outputs": [], "source": "let x = 1" },
            { "cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [], "source": "#!markdown\n*text*" }
          ],
          "metadata": {
            "kernelspec": { "display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp" },
            "language_info": { "name": "polyglot-notebook" },
            "polyglot_notebook": { "kernelInfo": { "defaultKernelName": "csharp", "items": [] } }
          },
          "nbformat": 4, "nbformat_minor": 2
        }
        """;

    [Fact]
    public void Should_Find_The_Languages_When_The_Metadata_Names_Them()
    {
        var cells = Ipynb.Parse(Polyglot, "x.ipynb").Cells;

        Assert.Equal(["markdown", "csharp", "html", "fsharp", "markdown"], cells.Select(cell => cell.Language));
        Assert.Equal("# Title\ntext", cells[0].Source);
        Assert.Equal("*text*", cells[4].Source);
        Assert.Equal(3, cells[1].ExecutionCount);
    }

    [Fact]
    public void Should_Write_Languages_Where_Our_Kernel_Reads_Them()
    {
        var written = JsonNode.Parse(Ipynb.Format(Ipynb.Parse(Polyglot, "x.ipynb")))!;

        var cells = written["cells"]!.AsArray();
        Assert.Equal(["markdown", "code", "code", "code", "markdown"], cells.Select(cell => (string)cell!["cell_type"]!));
        Assert.Equal("#!html\n<b>x</b>", string.Concat(cells[2]!["source"]!.AsArray()));
        Assert.Equal("""{"tags":["keep"]}""", cells[2]!["metadata"]!.ToJsonString());
        Assert.Equal("{}", cells[1]!["metadata"]!.ToJsonString());
        Assert.Equal("1\n", (string)cells[1]!["outputs"]![0]!["text"]![0]!);
        Assert.Equal(".net-csharp", (string)written["metadata"]!["kernelspec"]!["name"]!);
        Assert.Null(written["metadata"]!["polyglot_notebook"]);
        Assert.Equal(5, (int)written["nbformat_minor"]!);
        Assert.Equal(5, cells.Select(cell => (string)cell!["id"]!).Distinct().Count());
    }

    [Fact]
    public void Should_Not_Change_What_It_Wrote()
    {
        var once = Ipynb.Format(Ipynb.Parse(Polyglot, "x.ipynb"));

        Assert.Equal(once, Ipynb.Format(Ipynb.Parse(once, "x.ipynb")));
    }

    [Fact]
    public void Should_Be_The_Same_Notebook_After_A_Dib()
    {
        var notebook = Ipynb.Parse(Polyglot, "x.ipynb");

        var again = Dib.Parse(Dib.Format(notebook));

        Assert.Equal(notebook.Cells.Select(cell => (cell.Language, cell.Source)), again.Cells.Select(cell => (cell.Language, cell.Source)));
    }

    [Theory]
    [InlineData("", "x.ipynb, line 1: this is no JSON")]
    [InlineData("{\n\"cells\": [\n", "x.ipynb, line 3: this is no JSON")]
    [InlineData("[]", "there is no list \"cells\"")]
    [InlineData("""{"cells": 1}""", "there is no list \"cells\"")]
    [InlineData("""{"cells": [{"source": "x"}]}""", "x.ipynb, cell 1: it has no \"cell_type\"")]
    [InlineData("""{"cells": [{"cell_type": "heading"}]}""", "its \"cell_type\" is 'heading'; expected code, markdown or raw")]
    [InlineData("""{"cells": [{"cell_type": "code", "source": [1]}]}""", "cell 1: its \"source\" is no text")]
    public void Should_Say_What_Is_Wrong(string text, string message)
    {
        var problem = Assert.Throws<NotebookException>(() => Ipynb.Parse(text, "x.ipynb"));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Take_The_Notebooks_Own_Language_When_A_Cell_Names_None()
    {
        var cells = Ipynb.Parse("""{"cells":[{"cell_type":"code","source":"let x = 1"}],"metadata":{"kernelspec":{"language":"F#"}}}""", "x").Cells;

        Assert.Equal("fsharp", Assert.Single(cells).Language);
    }
}
