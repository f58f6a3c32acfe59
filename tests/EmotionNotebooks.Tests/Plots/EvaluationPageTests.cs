using System.Text.RegularExpressions;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Browser")]
public sealed class EvaluationPageTests
{
    private static readonly string[] Ids = ["confusion", "reliability", "distribution", "losses"];

    [Fact]
    public void Should_refer_to_nothing_outside_and_keep_hostile_text_as_text()
    {
        var (evaluation, predictions, faces) = Judgements.Hostile();

        var own = PlotPages.RequireSelfContained(EvaluationPage.ToHtml(evaluation, predictions, faces));

        Assert.Contains("&lt;/script&gt;&lt;script&gt;alert(1)", own, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>bold", own, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_hold_every_plot_in_both_themes_and_arrangements()
    {
        var (evaluation, predictions, faces) = Judgements.Small();
        var html = EvaluationPage.ToHtml(evaluation, predictions, faces);
        var figures = PlotPages.Figures(html);

        Assert.Equal(Ids, figures.EnumerateObject().Select(it => it.Name));
        foreach (var id in Ids)
        {
            Assert.Contains($"<div id=\"{id}\"", html, StringComparison.Ordinal);
            Assert.Equal(("#ffffff", "#14181d"), (figures.Text(id, "light", "wide", "layout", "paper_bgcolor"), figures.Text(id, "dark", "narrow", "layout", "paper_bgcolor")));
            Assert.False(figures.At(id, "light", "wide", "layout").TryGetProperty("title", out _));
        }
    }

    [Fact]
    public void Should_say_the_figures_of_the_evaluation()
    {
        var judged = FakeFaces.Bars(60, Split.PublicTest);
        judged = new FaceSet(judged.Pixels, judged.Labels.ToArray(), judged.Splits.ToArray(), "voted") { Votes = new FaceVotes(new byte[600]) };
        var training = FakeFaces.Bars(20, Split.Training);
        var random = new SeededRandom(6);
        float[] probabilities = [.. Enumerable.Range(0, 60).SelectMany(_ => Row(random))];
        var predictions = new Predictions(probabilities, judged.Labels.ToArray(), 7);
        var it = Evaluation.Of(predictions, judged, training, resamples: 100);

        var html = EvaluationPage.ToHtml(it, predictions, judged, training);

        Assert.Contains(Cells("Accuracy", Percent(it.Accuracy.Estimate), Range(it.Accuracy.Lower, it.Accuracy.Upper), "60"), html, StringComparison.Ordinal);
        Assert.Contains(Cells("Top-2 accuracy", Percent(it.Top2.Estimate), Range(it.Top2.Lower, it.Top2.Upper), "60"), html, StringComparison.Ordinal);
        Assert.Contains(Cells("Accuracy without pictures that are in Training", Percent(it.Deduplicated!.Accuracy!.Estimate)), html, StringComparison.Ordinal);
        Assert.Contains(Cells("FER+ accuracy, majority", "–", "–", "–"), html, StringComparison.Ordinal);
        Assert.Contains(Cells("Macro F1", Percent(it.MacroF1.Estimate!.Value), Range(it.MacroF1.Lower!.Value, it.MacroF1.Upper!.Value), "60"), html, StringComparison.Ordinal);
        Assert.Contains(Cells("Log loss", $"{it.LogLoss.Estimate:0.0000}", $"{it.LogLoss.Lower:0.0000}–{it.LogLoss.Upper:0.0000}", "60"), html, StringComparison.Ordinal);
        Assert.Contains(Cells("angry", "9", $"{it.Classes[0].Predicted}"), html, StringComparison.Ordinal);
        Assert.Contains(it.Sha256, html, StringComparison.Ordinal);
        Assert.Contains($"href=\"data:application/json;charset=utf-8,{Uri.EscapeDataString(it.ToJson())}\"", html, StringComparison.Ordinal);
        Assert.Equal(2, PlotPages.Figures(html).At("distribution", "light", "wide", "data").GetArrayLength());
    }

    [Fact]
    public void Should_show_a_dash_where_a_class_has_no_faces()
    {
        var (evaluation, predictions, faces) = Judgements.Small();

        Assert.Contains(
            Cells("odd", "0", "1", "0.00%", Range(0, evaluation.Classes[2].Precision!.Upper), "–", "–"),
            EvaluationPage.ToHtml(evaluation, predictions, faces),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_draw_every_plot_when_a_browser_opens_it()
    {
        using var folder = new TemporaryFolder();
        var (evaluation, predictions, faces) = Judgements.Hostile();
        var page = folder.File("new/page.html");
        EvaluationPage.SaveHtml(evaluation, predictions, faces, training: null, page);

        var dom = HeadlessBrowser.DumpDom(page, new() { TimeLimit = TimeSpan.FromMinutes(3) });

        Assert.Equal(Ids.Length, Regex.Count(dom, "<div id=\"\\w+\"[^>]*class=\"js-plotly-plot\""));
        // Six faces and the heat map's cells.
        Assert.Equal(7, Regex.Count(dom, "<image [^>]*href=\"data:image/png"));
        Assert.Contains("class=\"hm\"", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", dom, StringComparison.Ordinal);
    }

    private static IEnumerable<float> Row(SeededRandom random)
    {
        double[] weights = [.. Enumerable.Range(0, 7).Select(_ => random.NextDouble())];
        return weights.Select(weight => (float)(weight / weights.Sum()));
    }

    private static string Cells(string name, params string[] cells) =>
        $"<th scope=\"row\">{name}</th>{string.Concat(cells.Select(cell => $"<td>{cell}</td>"))}";

    private static string Percent(double share) => $"{100 * share:0.00}%";

    private static string Range(double low, double high) => $"{100 * low:0.00}–{Percent(high)}";
}
