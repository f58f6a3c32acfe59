using EmotionNotebooks.Training;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>Accuracy and loss over the epochs of a training run, as a Plotly.NET chart, a web page and a picture.</summary>
public static class LearningCurves
{
    /// <summary>
    /// The chart: a panel with accuracy and one with loss, each with training and validation over the epochs; the 95% Wilson
    /// interval of validation accuracy as a band; the best epoch marked in both.
    /// </summary>
    /// <param name="history">The run's epochs, at least one.</param>
    /// <param name="run">What the title says.</param>
    /// <param name="options">Colours, size and arrangement; null for the defaults.</param>
    /// <exception cref="ArgumentException">The history has no epoch.</exception>
    public static GenericChart Draw(TrainingHistory history, RunDescription run, LearningCurvesOptions? options = null)
    {
        RequireEpochs(history);
        ArgumentNullException.ThrowIfNull(run);
        return new LearningCurvesFigure(history, run, options ?? new()).Draw();
    }

    /// <summary>
    /// One self-contained page: the chart in light and dark, a summary of the run and a table of the epochs. plotly.js is
    /// inside; the page fetches nothing and works without a network.
    /// </summary>
    /// <param name="history">The run's epochs, at least one.</param>
    /// <param name="run">What the page says about the run.</param>
    /// <exception cref="ArgumentException">The history has no epoch.</exception>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack); the message names the command to run.</exception>
    public static string ToHtml(TrainingHistory history, RunDescription run)
    {
        RequireEpochs(history);
        ArgumentNullException.ThrowIfNull(run);
        return LearningCurvesPage.Write(history, run);
    }

    /// <summary>Writes the page of <see cref="ToHtml"/>, beside the target and renamed.</summary>
    /// <param name="history">The run's epochs, at least one.</param>
    /// <param name="run">What the page says about the run.</param>
    /// <param name="path">Path of the page; its folder is made when missing, an older file is replaced.</param>
    /// <exception cref="ArgumentException">The history has no epoch.</exception>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack); the message names the command to run.</exception>
    public static void SaveHtml(TrainingHistory history, RunDescription run, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteText(path, ToHtml(history, run));
    }

    /// <summary>Writes the chart as a PNG with the help of a Chromium browser (<see cref="StaticImage"/>).</summary>
    /// <param name="history">The run's epochs, at least one.</param>
    /// <param name="run">What the title says.</param>
    /// <param name="path">Path of the picture; its folder is made when missing, an older file is replaced.</param>
    /// <param name="options">Colours, size (1200 × 520 by default) and arrangement; null for the defaults.</param>
    /// <param name="image">Scale, time limit and browser; null for the defaults.</param>
    /// <exception cref="ArgumentException">The history has no epoch.</exception>
    /// <exception cref="FileNotFoundException">plotly.js or a browser is not on this machine; the message names the command to run.</exception>
    /// <exception cref="TimeoutException">The browser took longer than the limit.</exception>
    /// <exception cref="IOException">The browser failed.</exception>
    public static void SavePng(
        TrainingHistory history,
        RunDescription run,
        string path,
        LearningCurvesOptions? options = null,
        StaticImageOptions? image = null)
    {
        var sized = options ?? new();
        sized = sized with { Width = sized.Width ?? 1200, Height = sized.EffectiveHeight };
        StaticImage.Save(Draw(history, run, sized), path, sized.Width.Value, sized.Height.Value, image);
    }

    private static void RequireEpochs(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Count == 0)
            throw new ArgumentException("The training history has no epoch yet: there is nothing to draw.", nameof(history));
    }
}
