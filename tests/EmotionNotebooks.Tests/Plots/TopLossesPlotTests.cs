using EmotionNotebooks.Data.Audit;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Nothing")]
public sealed class TopLossesPlotTests
{
    [Fact]
    public void Should_order_by_loss_largest_first()
    {
        // Probabilities of the labels: 0.90, 0.70, 0.25, 0.01, 0.50, 0.30.
        var (evaluation, predictions, faces) = Judgements.Small();

        Assert.Equal([3, 2, 5, 4, 1, 0], new TopLossesPlot(evaluation, predictions, faces).Faces);
        Assert.Equal([3, 2], new TopLossesPlot(evaluation, predictions, faces, 2).Faces);
    }

    [Fact]
    public void Should_keep_the_order_of_the_faces_when_losses_are_equal()
    {
        var (evaluation, _, faces) = Judgements.Small();
        var equal = new Predictions([.. Enumerable.Repeat(1 / 3f, 18)], faces.Labels.ToArray(), 3);

        Assert.Equal([0, 1, 2, 3], new TopLossesPlot(evaluation, equal, faces, 4).Faces);
    }

    [Fact]
    public void Should_show_each_face_with_prediction_label_probabilities_and_loss()
    {
        var (evaluation, predictions, faces) = Judgements.Small();
        var figure = new TopLossesPlot(evaluation, predictions, faces).Json();

        Assert.Equal(6, figure.At("layout", "images").GetArrayLength());
        Assert.Equal($"data:image/png;base64,{Convert.ToBase64String(GreyPng.Encode(faces.Face(3)))}", figure.Text("layout", "images", 0, "source"));
        var caption = figure.Annotations()[0];
        Assert.Contains("said</span> <span style=\"color: #d55e00\"><b>odd</b> 90.0%", caption, StringComparison.Ordinal);
        Assert.Contains("label</span> <span style=\"color: #0072b2\"><b>calm</b> 1.0%", caption, StringComparison.Ordinal);
        Assert.Contains("loss 4.61", caption, StringComparison.Ordinal);
        Assert.StartsWith($"{faces.Origins[3]}<br>predicted <b>odd</b> 90.0%", figure.Text("data", 0, "text", 0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 6, 1, 0)]
    [InlineData(true, 3, 2, 1)]
    public void Should_fill_rows_from_the_left_with_fewer_in_a_narrow_place(bool narrow, int columns, int rows, int rowOfTheFifth)
    {
        var (evaluation, predictions, faces) = Judgements.Small();
        var layout = new TopLossesPlot(evaluation, predictions, faces).Json(new() { Narrow = narrow }).At("layout");

        Assert.Equal([0, columns], layout.Numbers("xaxis", "range"));
        Assert.Equal([rows, 0], layout.Numbers("yaxis", "range"));
        Assert.Equal((4 % columns + 0.5, rowOfTheFifth), (layout.Number("images", 4, "x"), layout.Number("images", 4, "y")));
    }

    [Fact]
    public void Should_say_how_many_of_how_many_and_their_mean()
    {
        var (evaluation, predictions, faces) = Judgements.Small();
        var title = new TopLossesPlot(evaluation, predictions, faces, 2).Json(new() { Width = 1200 }).Text("layout", "title", "text");

        Assert.Contains($"the 2 largest of n = 6 · mean loss {predictions.LogLoss():0.0000} (95% interval ", title, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_round_a_small_probability_to_nothing()
    {
        var (evaluation, _, faces) = Judgements.Small();
        float[] row = [1e-6f, 1 - 1e-6f, 0];
        var sure = new Predictions([.. Enumerable.Repeat(row, 6).SelectMany(it => it)], faces.Labels.ToArray(), 3);

        Assert.Contains("<b>calm</b> &lt; 0.1%", new TopLossesPlot(evaluation, sure, faces).Json().Annotations()[0], StringComparison.Ordinal);
        Assert.Contains("<b>calm</b> &lt; 1%", new TopLossesPlot(evaluation, sure, faces).Json(new() { Narrow = true }).Annotations()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_escape_names_and_refuse_what_does_not_fit()
    {
        var (evaluation, predictions, faces) = Judgements.Hostile();
        var figure = new TopLossesPlot(evaluation, predictions, faces).Json();
        Assert.All(figure.Annotations(), text => Assert.DoesNotContain("<s", text.Replace("<span", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains("&lt;/script&gt;", figure.Text("data", 0, "text", 0), StringComparison.Ordinal);

        Assert.Throws<ArgumentOutOfRangeException>(() => new TopLossesPlot(evaluation, predictions, faces, 0));
        Assert.Throws<ArgumentException>(() => new TopLossesPlot(evaluation, predictions, FakeFaces.Bars(6, Split.PublicTest)));
        Assert.Throws<ArgumentException>(() => new TopLossesPlot(evaluation, predictions.Select([0, 1]), faces));
    }
}
