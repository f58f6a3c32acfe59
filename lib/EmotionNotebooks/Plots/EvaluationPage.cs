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
        page.AddTable("figures-table", ["Figure", "Value", "95% interval", "n", "Remarks"], Figures(evaluation), words: 4);
        page.Add(
            "<p class=\"note\">Intervals: Wilson’s for accuracies, precision and recall; percentile bootstrap for the others "
            + $"({PlotText.Count(evaluation.Resamples)} resamples, seed {evaluation.Seed}).</p>");
        page.AddHeading("classes", "Classes");
        page.AddTable(
            "classes",
            ["Class", "Faces", "Predicted", "Precision", "95% interval", "Recall", "95% interval", "F1", "95% interval"],
            evaluation.Classes.Select(Class));
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

    private static IEnumerable<string[]> Figures(Evaluation it)
    {
        yield return Share("Accuracy", it.Accuracy, "");
        if (it.Deduplicated is { } unseen)
        {
            yield return Share(
                "Accuracy without pictures that are in Training",
                unseen.Accuracy,
                $"{PlotText.Count(unseen.Seen)} left out, {PlotText.Count(unseen.SeenCorrect)} of them right, {PlotText.Count(unseen.OtherLabel)} with another label there");
        }

        foreach (var score in it.FerPlus)
        {
            var without = score.Unanswerable == 0 ? "" : $"; {PlotText.Count(score.Unanswerable)} that the network has no class for";
            yield return Share($"FER+ accuracy, {NameOf(score.Protocol)}", score.Accuracy, $"{PlotText.Count(score.Excluded)} faces without such a label{without}");
        }

        yield return Share("Top-2 accuracy", it.Top2, "");
        yield return Figure("Balanced accuracy", it.BalancedAccuracy, isShare: true, it.Count, "mean recall of the classes");
        yield return Figure("Macro F1", it.MacroF1, isShare: true, it.Count, "mean F1 of the classes");
        yield return Figure("Weighted F1", it.WeightedF1, isShare: true, it.Count, "the same, weighted by faces");
        yield return Figure("Cohen’s kappa", it.CohensKappa, isShare: false, it.Count, "agreement beyond chance, at most 1");
        yield return Figure("Log loss", it.LogLoss, isShare: false, it.Count, "in nats");
        yield return Figure("Brier score", it.Brier, isShare: false, it.Count, "0 (best) to 2");
        yield return Figure("Expected calibration error", it.CalibrationError, isShare: true, it.Count, $"{it.Calibration.Bins.Count} bins of confidence");
    }

    private static string[] Share(string name, WilsonInterval? it, string remark) =>
        [name, EvaluationText.Share(it), EvaluationText.Interval(it), it is null ? EvaluationText.Nothing : PlotText.Count(it.Total), remark];

    private static string[] Figure(string name, BootstrapInterval it, bool isShare, int n, string remark) =>
        [name, EvaluationText.Value(it, isShare), EvaluationText.Interval(it, isShare), PlotText.Count(n), remark];

    private static string[] Class(ClassFigures it) =>
    [
        it.Name,
        PlotText.Count(it.Faces),
        PlotText.Count(it.Predicted),
        EvaluationText.Share(it.Precision),
        EvaluationText.Interval(it.Precision),
        EvaluationText.Share(it.Recall),
        EvaluationText.Interval(it.Recall),
        EvaluationText.Value(it.F1, isShare: true),
        EvaluationText.Interval(it.F1, isShare: true),
    ];

    private static string NameOf(FerPlusProtocol protocol) => protocol switch
    {
        FerPlusProtocol.Majority => "majority",
        FerPlusProtocol.ArgMax => "arg-max",
        _ => "any-emotion",
    };
}
