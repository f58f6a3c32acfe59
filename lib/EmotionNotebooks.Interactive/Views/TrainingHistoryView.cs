using System.Globalization;
using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Interactive.Live;
using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>A training history: its curves, and a row for each epoch.</summary>
internal static class TrainingHistoryView
{
    private const int MostRows = 30;

    public static void Register() => View.Register<TrainingHistory>(
        history => Markup.View(history.Count == 0 ? Markup.Paragraph(Nothing, quiet: true) : CurveSvg.Draw(history.Epochs, null) + TableOf(history).Html() + Markup.Paragraph(About(history), quiet: true)),
        history => history.Count == 0 ? Nothing : $"{TableOf(history).Plain()}\n{About(history)}");

    private static string Nothing => "a training history without an epoch";

    // The first and the last where there are many, and the best.
    private static Table TableOf(TrainingHistory history)
    {
        var epochs = history.Epochs.Index().Where(it => history.Count <= MostRows || it.Index < MostRows / 2 || it.Index >= history.Count - (MostRows / 2) || it.Item == history.Best);
        return new(
            ["Epoch", "Loss", "Accuracy", "Validation loss", "Validation accuracy", "Learning rate", "Time", "Images/s"],
            [.. epochs.Select(it => Row(it.Item, it.Item == history.Best))]);
    }

    private static string[] Row(EpochRecord it, bool isBest) =>
    [
        $"{it.Epoch}{(isBest ? " best" : "")}",
        PlotText.Loss(it.TrainLoss),
        PlotText.Percent(it.TrainAccuracy, 2),
        PlotText.Loss(it.ValidationLoss),
        PlotText.Percent(it.ValidationAccuracy, 2),
        PlotText.Short(it.LearningRate),
        PlotText.Duration(it.Seconds),
        it.ImagesPerSecond.ToString("N0", CultureInfo.InvariantCulture),
    ];

    private static string About(TrainingHistory history)
    {
        var best = history.Best!;
        var left = history.Count > MostRows ? $"{history.Count} epochs, those in the middle are left out. " : "";
        return $"{left}Best: epoch {best.Epoch}, validation accuracy {PlotText.Percent(best.ValidationAccuracy, 2)} "
            + $"(95% interval {ValidationInterval.Of(best)}, n = {PlotText.Count(best.ValidationCount)}).";
    }
}
