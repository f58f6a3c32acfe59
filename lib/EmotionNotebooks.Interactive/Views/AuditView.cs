using EmotionNotebooks.Data.Audit;
using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>What an audit found, as <c>emotion data audit</c> prints it.</summary>
internal static class AuditView
{
    public static void Register() => View.Register<FaceAudit>(
        audit => Markup.View(TableOf(audit).Html() + string.Concat(Notes(audit).Select(note => Markup.Paragraph(note, quiet: true)))),
        audit => string.Join('\n', [TableOf(audit).Plain(), .. Notes(audit)]));

    private static Table TableOf(FaceAudit audit) => new(
        ["Found", "Groups", "Faces", "Share"],
        [.. Finding.All(audit).Select(finding => (string[])
        [
            finding.IsPart ? $"… {finding.Name}" : finding.Name,
            finding.Groups is { } groups ? PlotText.Count(groups) : "",
            PlotText.Count(finding.Faces),
            PlotText.Percent((double)finding.Faces / audit.Faces.Count, 2),
        ])]);

    private static IEnumerable<string> Notes(FaceAudit audit)
    {
        yield return $"{PlotText.Count(audit.Faces.Count)} faces, {audit.Faces.Source}";
        if (Finding.Leaks(audit) is { } leaks)
            yield return leaks;
        yield return Finding.Withheld(audit.Faces);
    }
}
