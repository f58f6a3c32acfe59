using System.Globalization;
using System.Text;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Plots;

/// <summary>The page of <see cref="LearningCurves"/>: the plot, facts about the run, a table of the epochs.</summary>
internal static class LearningCurvesPage
{
    public static string Write(LearningCurves plot, TrainingHistory history, RunDescription run)
    {
        var page = new PlotPage($"{run.Title}: learning curves", run.Subtitle, plot.Summary);
        page.Add("chart", plot);
        page.AddFacts(Facts(history, run));
        page.AddHeading("epochs", "Epochs");
        page.Add(Table(history, run));
        page.AddDownload("history.csv", "text/csv", history.ToCsv(), "Download the epochs as CSV");
        return page.Write();
    }

    private static List<KeyValuePair<string, string>> Facts(TrainingHistory history, RunDescription run)
    {
        var best = history.Best!;
        var last = history.Last!;
        var seconds = history.Epochs.Sum(e => e.Seconds);
        var facts = new List<KeyValuePair<string, string>>
        {
            new("Best validation accuracy", PlotText.Percent(best.ValidationAccuracy, 2)),
            new("95% interval (Wilson)", $"{ValidationInterval.Of(best)}, n = {PlotText.Count(best.ValidationCount)}"),
            new("Validation split", run.ValidationSplit),
            new("Best epoch", string.Create(CultureInfo.InvariantCulture, $"{best.Epoch} of {history.Count}")),
            new("Validation loss at the best epoch", PlotText.Loss(best.ValidationLoss)),
            new("Training accuracy, last epoch", PlotText.Percent(last.TrainAccuracy, 2)),
            new("Training loss, last epoch", PlotText.Loss(last.TrainLoss)),
            new("Time", PlotText.Duration(seconds)),
            new("Training images per second (median)", PlotText.Count(Median(history.Epochs.Select(e => e.ImagesPerSecond)))),
            new("Model", run.Model),
            new("Data", run.Data),
        };
        if (!string.IsNullOrWhiteSpace(run.Recipe))
            facts.Add(new("Recipe", run.Recipe));
        if (!string.IsNullOrWhiteSpace(run.Device))
            facts.Add(new("Device", run.Device));
        facts.AddRange(run.Details);
        return facts;
    }

    private static string Table(TrainingHistory history, RunDescription run)
    {
        var best = history.Best!;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            <div class="scroll" tabindex="0" role="region" aria-labelledby="epochs"><table>
            <caption>Accuracy and loss per epoch; validation on {PlotPage.Html(run.ValidationSplit)}; the best epoch is marked.</caption>
            <thead><tr><th scope="col">Epoch</th><th scope="col">Training accuracy</th><th scope="col">Validation accuracy</th><th scope="col">95% interval</th><th scope="col">n</th><th scope="col">Training loss</th><th scope="col">Validation loss</th><th scope="col">Learning rate</th><th scope="col">Time</th><th scope="col">Images/s</th></tr></thead>
            <tbody>

            """);
        foreach (var e in history.Epochs)
        {
            var (row, mark) = e == best ? (" class=\"best\"", " (best)") : ("", "");
            text.Append(
                CultureInfo.InvariantCulture,
                $"<tr{row}><th scope=\"row\">{e.Epoch}{mark}</th><td>{PlotText.Percent(e.TrainAccuracy, 2)}</td><td>{PlotText.Percent(e.ValidationAccuracy, 2)}</td><td>{ValidationInterval.Of(e)}</td><td>{PlotText.Count(e.ValidationCount)}</td><td>{PlotText.Loss(e.TrainLoss)}</td><td>{PlotText.Loss(e.ValidationLoss)}</td><td>{PlotText.Short(e.LearningRate)}</td><td>{PlotText.Duration(e.Seconds)}</td><td>{PlotText.Count(e.ImagesPerSecond)}</td></tr>\n");
        }

        return text.Append("</tbody></table></div>").ToString();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
