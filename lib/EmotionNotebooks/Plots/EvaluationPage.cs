using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Plots;

/// <summary>An evaluation as one self-contained page, in light and dark: every figure with its interval, the classes, confusion matrix, reliability,
/// class distribution, top losses. plotly.js is inside; the page fetches nothing.</summary>
public static class EvaluationPage
{
    /// <summary>The page.</summary>
    /// <param name="evaluation">The figures.</param>
    /// <param name="predictions">The predictions that they are of.</param>
    /// <param name="judged">The faces that were judged, in the predictions' order.</param>
    /// <param name="training">The faces that trained, for the class distribution; null where they are not at hand.</param>
    /// <exception cref="ArgumentException">The evaluation, the predictions and the faces do not fit each other.</exception>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack); the message names the command to run.</exception>
    public static string ToHtml(Evaluation evaluation, Predictions predictions, FaceSet judged, FaceSet? training = null)
    {
        var worst = new TopLossesPlot(evaluation, predictions, judged);
        var confusion = new ConfusionMatrixPlot(evaluation);
        var page = new PlotPage($"Evaluation on {evaluation.Part}", EvaluationText.Short(evaluation), confusion.Summary);
        page.AddHeading("figures-table", "Figures");
        page.AddTable("figures-table", EvaluationTables.FigureColumns, EvaluationTables.Figures(evaluation), words: 4);
        page.Add($"<p class=\"note\">{EvaluationTables.AboutIntervals(evaluation)}</p>");
        page.AddHeading("classes", "Classes");
        page.AddTable("classes", EvaluationTables.ClassColumns, EvaluationTables.Classes(evaluation));
        page.Add("<div class=\"plots\">");
        AddPlot(page, "confusion", "Confusion matrix", confusion);
        AddPlot(page, "reliability", "Reliability", new ReliabilityPlot(evaluation));
        page.Add("</div>");
        var distribution = new ClassDistributionPlot(training is null ? [judged] : [training, judged]);
        AddPlot(page, "distribution", "Class distribution", distribution);
        AddPlot(page, "losses", "Top losses", worst);
        page.Add(
            $"<p class=\"note\">The largest {PlotText.Count(worst.Faces.Count)} of {PlotText.Count(evaluation.Count)} losses; the mean of all is "
            + $"{EvaluationText.Value(evaluation.LogLoss, isShare: false)} (95% interval {EvaluationText.Interval(evaluation.LogLoss, isShare: false)}). "
            + "A large loss says that the network was sure and the label disagrees; the label may be what is wrong.</p>");
        page.AddHeading("about", "What was judged");
        page.AddFacts(
        [
            new("Network", evaluation.Network ?? "not named"),
            new("Split", evaluation.Part),
            new("Faces", evaluation.Source),
            new("SHA-256 of the judged faces", evaluation.Sha256),
        ]);
        page.AddDownload("evaluation.json", "application/json", evaluation.ToJson(), "Download all figures as JSON");
        return page.Write();
    }

    /// <summary>Writes the page of <see cref="ToHtml"/>, beside the target and renamed.</summary>
    /// <param name="evaluation">The figures.</param>
    /// <param name="predictions">The predictions that they are of.</param>
    /// <param name="judged">The faces that were judged, in the predictions' order.</param>
    /// <param name="training">The faces that trained, for the class distribution; null where they are not at hand.</param>
    /// <param name="path">Path of the page; its folder is made when missing, an older file is replaced.</param>
    /// <exception cref="ArgumentException">The evaluation, the predictions and the faces do not fit each other.</exception>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack); the message names the command to run.</exception>
    public static void SaveHtml(Evaluation evaluation, Predictions predictions, FaceSet judged, FaceSet? training, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteText(path, ToHtml(evaluation, predictions, judged, training));
    }

    private static void AddPlot(PlotPage page, string id, string title, Plot plot)
    {
        page.Add("<section>");
        page.AddHeading($"{id}-heading", title);
        page.Add(id, plot);
        page.Add("</section>");
    }
}
