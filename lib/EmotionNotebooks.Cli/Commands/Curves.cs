using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary>Leaves the accuracy and loss curves of a run in its folder.</summary>
internal static class Curves
{
    public static void Write(string folder, TrainingHistory history, RunRecord record, bool png)
    {
        var curves = new LearningCurves(history, Describe(record));
        var page = Path.Combine(folder, "curves.html");
        curves.SaveHtml(page);
        Report.Line($"curves: {page}");
        if (png)
        {
            var picture = Path.Combine(folder, "curves.png");
            curves.SavePng(picture);
            Report.Line($"curves: {picture}");
        }
    }

    private static RunDescription Describe(RunRecord record) => new()
    {
        Model = record.Options.Model,
        Data = Path.GetFileName(record.Data),
        Recipe = record.Options.Recipe + (record.Options.IsChanged ? " (changed)" : ""),
        Device = record.Compute,
        ValidationSplit = record.ValidationName,
        Details =
        [
            new("data", record.Data),
            new("split", record.Split),
            new("data SHA-256", record.DataSha256),
            new("seed", record.Options.Seed.ToString()),
            new("version", record.Version),
        ],
    };
}
