using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Plots;

/// <summary>The tables of an evaluation, as text in cells; the first column names the rows.</summary>
internal static class EvaluationTables
{
    public static IReadOnlyList<string> FigureColumns { get; } = ["Figure", "Value", "95% interval", "n", "Remarks"];

    public static IReadOnlyList<string> ClassColumns { get; } =
        ["Class", "Faces", "Predicted", "Precision", "95% interval", "Recall", "95% interval", "F1", "95% interval"];

    /// <summary>What is said of the intervals below a table.</summary>
    public static string AboutIntervals(Evaluation it) =>
        "Intervals: Wilson’s for accuracies, precision and recall; percentile bootstrap for the others "
        + $"({PlotText.Count(it.Resamples)} resamples, seed {it.Seed}).";

    /// <summary>The rows of the classes.</summary>
    public static IEnumerable<string[]> Classes(Evaluation it) => it.Classes.Select(Class);

    /// <summary>The counts: a row for each label, a column for each class that was predicted.</summary>
    public static IEnumerable<string[]> Confusion(ConfusionMatrix it, IReadOnlyList<string> names) => names.Select((name, label) =>
        (string[])[name, .. Enumerable.Range(0, it.ClassCount).Select(c => PlotText.Count(it[label, c]))]);

    /// <summary>The rows of the figures.</summary>
    public static IEnumerable<string[]> Figures(Evaluation it)
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
