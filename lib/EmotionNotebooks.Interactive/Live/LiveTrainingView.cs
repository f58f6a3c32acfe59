using System.Globalization;
using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Interactive.Views;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Live;

/// <summary>A training that runs: the bar, the line, the curves.</summary>
internal static class LiveTrainingView
{
    public static void Register() => View.Register<LiveTrainingState>(
        it => Markup.View(Bar(it) + Markup.Paragraph(Line(it)) + CurveSvg.Draw(it.History.Epochs, it.Epochs)),
        Line);

    // Done is what is seen of all epochs.
    private static string Bar(LiveTrainingState it)
    {
        var inEpoch = it.Progress is { } progress ? progress.Epoch - 1 + (progress.Seen / (double)progress.Faces) : it.History.Last?.Epoch ?? 0;
        var done = Math.Clamp(inEpoch / it.Epochs, 0, 1);
        return FormattableString.Invariant($"<div style=\"max-width: 680px; height: 6px; border-radius: 3px; background: rgba(128, 128, 128, .3)\"><div style=\"width: {100 * done:0.0}%; height: 100%; border-radius: 3px; background: {CurveSvg.Training}\"></div></div>");
    }

    private static string Line(LiveTrainingState it)
    {
        var best = it.History.Best is { } epoch ? $" · best validation accuracy {PlotText.Percent(epoch.ValidationAccuracy, 2)} at epoch {epoch.Epoch}" : "";
        if (it.Progress is { } now)
        {
            var speed = now.ImagesPerSecond.ToString("N0", CultureInfo.InvariantCulture);
            var end = it.IsStopped ? $"stopped after {PlotText.Duration(it.Elapsed.TotalSeconds)}" : $"{PlotText.Duration(now.TimeLeft.TotalSeconds)} left";
            return $"epoch {now.Epoch} of {now.Epochs} · loss {now.Loss.ToString("0.000", CultureInfo.InvariantCulture)} · accuracy {PlotText.Percent(now.Accuracy)} · {speed} images/s · {end}{best}";
        }

        if (it.History.Last is not { } last)
            return it.IsStopped ? $"stopped before the first of {it.Epochs} epochs" : $"starting {it.Epochs} {(it.Epochs == 1 ? "epoch" : "epochs")}";
        var how = last.Epoch == it.Epochs ? "done" : it.IsStopped ? "stopped" : "after";
        return $"{how}: epoch {last.Epoch} of {it.Epochs} · loss {PlotText.Loss(last.TrainLoss)} · validation loss {PlotText.Loss(last.ValidationLoss)} · "
            + $"validation accuracy {PlotText.Percent(last.ValidationAccuracy, 2)} · {PlotText.Duration(it.Elapsed.TotalSeconds)}{best}";
    }
}
