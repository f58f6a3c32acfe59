using System.Text.Json.Nodes;

namespace EmotionNotebooks.Cli.Tests;

public class NotebookComparisonTests
{
    [Theory]
    [InlineData("accuracy 61.2%, 3.4 s", "accuracy 63.0%, 9.9 s", 0)]
    [InlineData("accuracy 61.2%", "accuracy 20.0%", 1)]
    [InlineData("p = 0.01", "p = 0.09", 0)]
    [InlineData("p = 0.01", "p = 0.9", 1)]
    [InlineData("happy 3", "sad 3", 1)]
    [InlineData("1,200 faces", "1,200 faces", 0)]
    [InlineData("1,200 faces", "2,400 faces", 1)]
    [InlineData("one\ttwo", "one   two", 0)]
    [InlineData("epoch 2/6 300 images/s 0:12 left", "epoch 2/6 900 images/s 0:02 left", 0)]
    public void Should_Mind_Words_And_Figures_But_No_Times(string before, string after, int differences) =>
        Assert.Equal(differences, NotebookComparison.Texts(before, after).Count());

    [Theory]
    [InlineData("accuracy 61.2%, 12 of 40", "accuracy 70.9%, 31 of 40", 0)]
    [InlineData("accuracy 61.2%", "accuracy 31.0%", 1)]
    [InlineData("accuracy 61.2%", "recall 61.2%", 1)]
    public void Should_Mind_The_First_Percentage_Of_Trainings(string before, string after, int differences) =>
        Assert.Equal(differences, NotebookComparison.Trainings(before, after).Count());

    [Fact]
    public void Should_Mind_What_Kind_Of_Output_There_Is()
    {
        var before = Notebook("""[{"output_type":"stream","name":"stdout","text":["1"]}]""");

        Assert.Empty(NotebookComparison.Differences(before, Notebook("""[{"output_type":"stream","name":"stdout","text":["1"]}]""")));
        Assert.Contains("it showed stdout, and then an error", Assert.Single(NotebookComparison.Differences(before, Notebook("""[{"output_type":"error","ename":"x"}]"""))), StringComparison.Ordinal);
        Assert.Single(NotebookComparison.Differences(before, Notebook("[]")));
    }

    private static JsonNode Notebook(string outputs) =>
        JsonNode.Parse($$"""{"cells":[{"cell_type":"code","source":"x","metadata":{},"outputs":{{outputs}}}]}""")!;
}
