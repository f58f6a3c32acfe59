using EmotionNotebooks.Training;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>
/// Accuracy and loss over the epochs of a training run: a panel with accuracy and one with loss, each with training and validation over the
/// epochs; the 95% Wilson interval of validation accuracy as a band; the best epoch marked in both. The page also has a summary of the run and a
/// table of the epochs.
/// </summary>
public sealed class LearningCurves : Plot
{
    private readonly TrainingHistory _history;
    private readonly RunDescription _run;

    /// <summary>The curves of a run.</summary>
    /// <param name="history">The run's epochs, at least one.</param>
    /// <param name="run">What the plot says about the run.</param>
    /// <exception cref="ArgumentException">The history has no epoch.</exception>
    public LearningCurves(TrainingHistory history, RunDescription run)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(run);
        if (history.Count == 0)
            throw new ArgumentException("The training history has no epoch yet: there is nothing to draw.", nameof(history));
        (_history, _run) = (history, run);
    }

    /// <inheritdoc/>
    public override string Title => _run.Title;

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            var (best, last) = (_history.Best!, _history.Last!);
            var count = _history.Count == 1 ? "1 epoch" : $"{_history.Count} epochs";
            return $"Accuracy and loss of {_run.Title} over {count}. Best validation accuracy {PlotText.Percent(best.ValidationAccuracy)} "
                + $"(95% interval {ValidationInterval.Of(best)}, n = {PlotText.Count(best.ValidationCount)}, split {_run.ValidationSplit}) at epoch {best.Epoch}; "
                + $"last epoch {last.Epoch}: training accuracy {PlotText.Percent(last.TrainAccuracy)}, "
                + $"training loss {PlotText.Loss(last.TrainLoss)}, validation loss {PlotText.Loss(last.ValidationLoss)}.";
        }
    }

    internal override string Subtitle => _run.Subtitle;

    internal override int PictureWidth => 1200;

    internal override int NarrowBelow => 720;

    /// <inheritdoc/>
    public override string ToHtml() => LearningCurvesPage.Write(this, _history, _run);

    internal override int HeightFor(PlotOptions options) => options.Narrow ? 840 : 520;

    private protected override GenericChart Build(FigureStyle style) => new LearningCurvesFigure(_history, _run, style).Draw();
}
