using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary>Leaves the accuracy and loss curves of a run in its folder.</summary>
internal static class Curves
{
    public static void Write(string folder, TrainingHistory history, RunRecord record, bool png)
    {
        var html = Path.Combine(folder, "curves.html");
        LearningCurves.SaveHtml(html, history, record);
        Report.Line($"curves: {html}");
        if (png)
        {
            var picture = Path.Combine(folder, "curves.png");
            LearningCurves.SavePng(picture, history, record);
            Report.Line($"curves: {picture}");
        }
    }
}
