using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Tests.Views;

[Trait("Needs", "Nothing")]
public sealed class EvaluationViewTests
{
    private static readonly FaceSet Judged = Shown.Faces(400).Part(Split.PublicTest);

    private static readonly Evaluation Evaluation = Evaluation.Of(Shown.Predictions(Judged), Judged, resamples: 100);

    [Fact]
    public void Should_show_accuracy_classes_and_confusions_when_an_evaluation()
    {
        var text = Shown.Plain(Evaluation);

        Assert.StartsWith($"PublicTest of {Judged.Source}: n = {Judged.Count} · accuracy ", text, StringComparison.Ordinal);
        Assert.Contains($"{100 * Evaluation.Accuracy.Estimate:F2}%", text, StringComparison.Ordinal);
        Assert.Matches("Macro F1 +[0-9.]+% +[0-9.]+–[0-9.]+%", text);
        Assert.All(Judged.ClassNames, name => Assert.Matches($"\n{name} +[0-9]+ ", text));
        Assert.Contains("label \\ predicted", text, StringComparison.Ordinal);
        Assert.Equal(3, Shown.Html(Evaluation).Split("<table>").Length - 1);
    }

    [Fact]
    public void Should_count_every_face_when_a_matrix()
    {
        var html = Shown.Html(Evaluation.Confusion);

        Assert.Contains($"n = {Judged.Count}, accuracy", html, StringComparison.Ordinal);
        Assert.Equal(49, html.Split("<td title=").Length - 1);
        Assert.Contains($">{Evaluation.Confusion[0, 0]}</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_number_the_networks_when_compared()
    {
        var comparison = NetworkComparison.Of([Shown.Predictions(Judged), Shown.Predictions(Judged, 2), Shown.Predictions(Judged, 3)]);
        var lines = Shown.Plain(comparison).Split('\n');

        Assert.Equal(5, lines.Length);
        Assert.StartsWith("1 – 2", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("2 – 3", lines[3], StringComparison.Ordinal);
        Assert.Contains("Cochran’s Q", lines[4], StringComparison.Ordinal);
        Assert.Contains("P (Holm)", Shown.Html(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_stand_in_one_table_when_networks_are_side_by_side()
    {
        ModelScore[] models = [new("small-vgg", Evaluation.Accuracy) { Parameters = 1234 }, new("three-block", Evaluation.Accuracy)];
        var lines = Shown.Plain(models).Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.Matches($"^small-vgg +[0-9.]+% .* {Judged.Count} +– +1,234 +–$", lines[1]);
        Assert.Contains("<th scope=\"row\" class=\"words\">three-block</th>", Shown.Html(models.ToList()), StringComparison.Ordinal);
    }
}
