using EmotionNotebooks.Interactive.Charts;
using EmotionNotebooks.Interactive.Live;
using EmotionNotebooks.Interactive.Views;

namespace EmotionNotebooks.Interactive;

/// <summary>Registers the views of this project with the notebook's formatter. The set-up cell of a lesson calls it.</summary>
public static class NotebookExtension
{
    private static readonly Lock Gate = new();
    private static bool _isLoaded;

    /// <summary>
    /// Makes data frames, charts, faces, tensors, histories and figures show themselves. Needed once; more calls change nothing. Charts are
    /// pictures from the start where the environment variable EMOTION_STATIC_CHARTS is 1.
    /// </summary>
    /// <exception cref="FileNotFoundException">Pictures are asked for, and there is no browser; the message names the command to run.</exception>
    public static void Load()
    {
        lock (Gate)
        {
            if (_isLoaded)
                return;
            DataFrameView.Register();
            ChartView.Register();
            ImageView.Register();
            FaceSetView.Register();
            ExplanationView.Register();
            TensorView.Register();
            TrainingHistoryView.Register();
            EvaluationView.Register();
            ComparisonView.Register();
            AuditView.Register();
            ModelView.Register();
            ComputeReportView.Register();
            LiveTrainingView.Register();
            ProgressView.Register();
            if (Environment.GetEnvironmentVariable(NotebookViews.StaticChartsVariable) == "1")
                NotebookViews.StaticCharts = true;
            _isLoaded = true;
        }
    }
}
