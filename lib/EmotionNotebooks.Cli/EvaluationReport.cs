using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Cli;

/// <summary>Prints an evaluation: overall figures, a row for each class, the confusion matrix.</summary>
internal static class EvaluationReport
{
    public static void Print(Evaluation evaluation)
    {
        Report.Line($"{evaluation.Part} accuracy {evaluation.Accuracy}");
        if (evaluation.Deduplicated is { } unseen)
        {
            Report.Line($"without pictures that are in Training {Describe(unseen)}");
        }

        foreach (var score in evaluation.FerPlus)
        {
            Report.Line($"FER+ {NameOf(score.Protocol)} accuracy {Describe(score)}");
        }

        Report.Line("");
        PrintFigures(evaluation);
        Report.Line("");
        PrintClasses(evaluation);
        Report.Line("");
        PrintConfusion(evaluation);
        Report.Line("");
        Report.Line($"Intervals are 95%: Wilson's for accuracy, precision and recall; percentile bootstrap for the others ({evaluation.Resamples:N0} resamples).");
    }

    private static void PrintFigures(Evaluation evaluation)
    {
        var rows = new List<string[]>
        {
            new[] { "figure", "value", "95% interval" },
            new[] { "top-2 accuracy", Report.Percent(evaluation.Top2.Estimate), Report.Interval(evaluation.Top2.Lower, evaluation.Top2.Upper) },
            Row("balanced accuracy", evaluation.BalancedAccuracy, isShare: true),
            Row("macro F1", evaluation.MacroF1, isShare: true),
            Row("weighted F1", evaluation.WeightedF1, isShare: true),
            Row("Cohen's kappa", evaluation.CohensKappa, isShare: false),
            Row("log loss", evaluation.LogLoss, isShare: false),
            Row("Brier score", evaluation.Brier, isShare: false),
            Row("calibration error", evaluation.CalibrationError, isShare: true),
        };
        Report.Table(rows);
    }

    private static string[] Row(string name, BootstrapInterval it, bool isShare)
    {
        var value = it.Estimate is not { } estimate ? "–" : isShare ? Report.Percent(estimate) : $"{estimate:0.0000}";
        var interval = (it.Lower, it.Upper) is not ({ } low, { } high) ? "–" : isShare ? Report.Interval(low, high) : $"{low:0.0000}–{high:0.0000}";
        return [name, value, interval];
    }

    private static void PrintClasses(Evaluation evaluation)
    {
        var rows = new List<string[]> { new[] { "class", "n", "precision", "", "recall", "", "F1", "" } };
        foreach (var it in evaluation.Classes)
        {
            rows.Add([it.Name, $"{it.Faces:N0}", .. Cells(it.Precision), .. Cells(it.Recall), .. Row("", it.F1, isShare: true)[1..]]);
        }

        Report.Table(rows);
    }

    private static string[] Cells(WilsonInterval? it) =>
        it is null ? ["–", "–"] : [Report.Percent(it.Estimate), Report.Interval(it.Lower, it.Upper)];

    private static void PrintConfusion(Evaluation evaluation)
    {
        var names = evaluation.Classes.Select(it => it.Name).ToArray();
        var rows = new List<string[]> { new[] { "label \\ predicted" }.Concat(names).ToArray() };
        for (var label = 0; label < names.Length; label++)
        {
            rows.Add([names[label], .. Enumerable.Range(0, names.Length).Select(c => evaluation.Confusion[label, c].ToString())]);
        }

        Report.Table(rows);
    }

    private static string Describe(DeduplicatedAccuracy unseen) => unseen.Accuracy is null
        ? $"– (all {unseen.Seen:N0} are)"
        : $"{unseen.Accuracy}; {unseen.Seen:N0} left out, {unseen.SeenCorrect:N0} of them right, {unseen.OtherLabel:N0} with another label there";

    private static string Describe(FerPlusAccuracy score)
    {
        if (score.Accuracy is null)
        {
            return "– (no face has a label)";
        }

        var without = score.Unanswerable == 0 ? "" : $"; {score.Unanswerable:N0} of them the network has no class for";
        return $"{score.Accuracy}{without}";
    }

    private static string NameOf(FerPlusProtocol protocol) => protocol switch
    {
        FerPlusProtocol.Majority => "majority",
        FerPlusProtocol.ArgMax => "arg-max",
        _ => "any-emotion",
    };
}
