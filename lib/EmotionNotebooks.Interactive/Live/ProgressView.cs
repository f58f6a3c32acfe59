using System.Globalization;
using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Interactive.Views;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Live;

/// <summary>Progress: a bar and a line.</summary>
internal static class ProgressView
{
    public static void Register() => View.Register<ProgressState>(it => Markup.View(Bar(it) + Markup.Paragraph(Line(it))), Line);

    private static string Bar(ProgressState it)
    {
        var colour = it.IsBroken ? "#c0504d" : CurveSvg.Training;
        return it.Share is not { } share
            ? ""
            : FormattableString.Invariant($"<div style=\"max-width: 680px; height: 6px; border-radius: 3px; background: rgba(128, 128, 128, .3)\"><div style=\"width: {100 * share:0.0}%; height: 100%; border-radius: 3px; background: {colour}\"></div></div>");
    }

    private static string Line(ProgressState it)
    {
        var done = it.Done.ToString("N0", CultureInfo.InvariantCulture);
        var parts = new List<string>
        {
            it.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $"{it.Title}: {done} of {total:N0} ({Math.Floor(100 * it.Share!.Value):0}%)") : $"{it.Title}: {done}",
        };
        if (it.IsBroken)
            parts.Add("stopped");
        parts.Add((it.HasEnded ? "after " : "") + PlotText.Duration(it.Elapsed.TotalSeconds));
        if (it.TimeLeft is { } left)
            parts.Add($"{PlotText.Duration(left.TotalSeconds)} left");
        if (it.Note is { Length: > 0 } note)
            parts.Add(note);
        return string.Join(" · ", parts);
    }
}
