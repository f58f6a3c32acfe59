using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>An evaluation: every figure with its interval, the classes, the confusion matrix.</summary>
internal static class EvaluationView
{
    public static void Register()
    {
        View.Register<Evaluation>(Html, Plain);
        View.Register<ConfusionMatrix>(
            matrix => Markup.View(ConfusionHtml(matrix, Numbers(matrix)) + Markup.Paragraph(About(matrix), quiet: true)),
            matrix => $"{Confusion(matrix, Numbers(matrix)).Plain()}\n{About(matrix)}");
    }

    private static string Html(Evaluation it) => Markup.View(
        Markup.Paragraph(Head(it)) + Figures(it).Html() + Classes(it).Html() + ConfusionHtml(it.Confusion, Names(it))
        + Markup.Paragraph(EvaluationTables.AboutIntervals(it), quiet: true));

    private static string Plain(Evaluation it) => string.Join(
        "\n\n",
        Head(it),
        Figures(it).Plain(),
        Classes(it).Plain(),
        Confusion(it.Confusion, Names(it)).Plain(),
        EvaluationTables.AboutIntervals(it));

    private static string Head(Evaluation it) => $"{it.Part} of {it.Source}: {EvaluationText.Short(it)}";

    private static Table Figures(Evaluation it) => new(EvaluationTables.FigureColumns, [.. EvaluationTables.Figures(it)], 4);

    private static Table Classes(Evaluation it) => new(EvaluationTables.ClassColumns, [.. EvaluationTables.Classes(it)]);

    private static Table Confusion(ConfusionMatrix it, IReadOnlyList<string> names) => new(["label \\ predicted", .. names], [.. EvaluationTables.Confusion(it, names)]);

    private static string[] Names(Evaluation it) => [.. it.Classes.Select(c => c.Name)];

    private static string[] Numbers(ConfusionMatrix it) => [.. Enumerable.Range(0, it.ClassCount).Select(c => $"{c}")];

    private static string About(ConfusionMatrix it) =>
        $"n = {PlotText.Count(it.Total)}, accuracy {EvaluationText.Share(Right(it))} (95% interval {EvaluationText.Interval(Right(it))})";

    private static WilsonInterval Right(ConfusionMatrix it) => WilsonInterval.Of(it.Correct, it.Total, Evaluation.Confidence);

    // The more of a label's faces, the stronger the cell's colour; half transparent, so that the text keeps its contrast on any page.
    private static string ConfusionHtml(ConfusionMatrix it, IReadOnlyList<string> names)
    {
        var rows = names.Select((name, label) => $"<tr><th scope=\"row\" class=\"words\">{Markup.Text(name)}</th>{string.Concat(names.Select((_, c) => Cell(it, label, c)))}</tr>");
        return $"<table>{Confusion(it, names).Head()}<tbody>{string.Concat(rows)}</tbody></table>";
    }

    private static string Cell(ConfusionMatrix it, int label, int predicted)
    {
        var share = it.Share(label, predicted) ?? 0;
        var colour = label == predicted ? "58, 143, 199" : "217, 115, 26";
        return FormattableString.Invariant($"<td title=\"{PlotText.Percent(share)}\" style=\"background: rgba({colour}, {share * 0.6:0.00})\">{PlotText.Count(it[label, predicted])}</td>");
    }
}
