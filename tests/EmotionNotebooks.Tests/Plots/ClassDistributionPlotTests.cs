using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Nothing")]
public sealed class ClassDistributionPlotTests
{
    [Fact]
    public void Should_draw_counts_and_shares_of_each_split()
    {
        var figure = new ClassDistributionPlot(FakeFaces.Mixed(training: 16, validation: 10)).Json();

        Assert.Equal(2, figure.At("data").GetArrayLength());
        Assert.Equal(("bar", "h", "Training (n = 16)"), (figure.Text("data", 0, "type"), figure.Text("data", 0, "orientation"), figure.Text("data", 0, "name")));
        Assert.Equal([3, 3, 2, 2, 2, 2, 2], figure.Numbers("data", 0, "x"));
        Assert.Equal([2, 2, 2, 1, 1, 1, 1], figure.Numbers("data", 1, "x"));
        Assert.Equal("3 · 18.8%", figure.Text("data", 0, "text", 0));
        Assert.Equal(Emotions.Names, figure.Texts("layout", "yaxis", "ticktext"));
        Assert.Contains("Training n = 16 · PublicTest n = 10 · bars", figure.Text("layout", "title", "text"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_add_the_final_exam_as_a_third_split_and_count_a_split_of_two_sets_together()
    {
        var figure = new ClassDistributionPlot([FakeFaces.Bars(7, Split.PrivateTest), FakeFaces.Bars(8, Split.Training), FakeFaces.Bars(9, Split.Training)]).Json();

        Assert.Equal(["Training (n = 17)", "PrivateTest (n = 7)"], figure.At("data").EnumerateArray().Select(it => it.Text("name")));
        Assert.Equal([4, 3, 2, 2, 2, 2, 2], figure.Numbers("data", 0, "x"));
        Assert.Equal(3, figure.At("data").EnumerateArray().Select(it => it.Text("marker", "color")).Append(PlotTheme.Light.Validation).Distinct().Count());
    }

    [Fact]
    public void Should_leave_room_for_the_text_of_the_longest_bar_and_show_classes_without_faces()
    {
        var (_, _, faces) = Judgements.Small();
        var figure = new ClassDistributionPlot(faces).Json();

        Assert.Equal([4, 2, 0], figure.Numbers("data", 0, "x"));
        Assert.Equal("0 · 0.0%", figure.Text("data", 0, "text", 2));
        Assert.Equal(4.8, figure.Number("layout", "xaxis", "range", 1), 12);
    }

    [Fact]
    public void Should_escape_names()
    {
        var figure = new ClassDistributionPlot(Judgements.Hostile().Faces).Json();

        Assert.Equal("&lt;b&gt;bold&lt;/b&gt;", figure.Text("layout", "yaxis", "ticktext", 1));
        Assert.DoesNotContain("<img", figure.Text("data", 0, "customdata", 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_sets_with_other_classes()
    {
        Assert.Throws<ArgumentException>(() => new ClassDistributionPlot([]));
        var error = Assert.Throws<ArgumentException>(() => new ClassDistributionPlot([FakeFaces.Bars(7, Split.Training), Judgements.Small().Faces]));
        Assert.Contains("six faces has the classes calm, cross, odd; expected those of bars (Training): angry", error.Message, StringComparison.Ordinal);
    }
}
