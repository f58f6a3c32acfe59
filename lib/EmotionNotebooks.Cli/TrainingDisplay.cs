using System.Diagnostics;
using EmotionNotebooks.Training;
using Spectre.Console;

namespace EmotionNotebooks.Cli;

/// <summary>Shows a training: a live bar on a terminal, a line now and then elsewhere; a line for every epoch in both.</summary>
internal sealed class TrainingDisplay : TrainingCallback
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(15);

    private readonly ProgressTask? _task;
    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();

    private TrainingDisplay(ProgressTask? task) => _task = task;

    public static void Show(Action<TrainingDisplay> train)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            train(new TrainingDisplay(null));
            return;
        }

        AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context => train(new TrainingDisplay(context.AddTask("starting"))));
    }

    public override void OnProgress(TrainingProgress progress)
    {
        var text = $"epoch {progress.Epoch}/{progress.Epochs}  loss {progress.Loss:0.000}  accuracy {Report.Percent(progress.Accuracy)}  "
            + $"{progress.ImagesPerSecond:N0} images/s  {Duration(progress.TimeLeft)} left";
        if (_task is not null)
        {
            _task.MaxValue = progress.Epochs;
            _task.Value = progress.Epoch - 1 + (progress.Seen / (double)progress.Faces);
            _task.Description = text;
        }
        else if (_sinceLine.Elapsed > LineEvery)
        {
            _sinceLine.Restart();
            Console.WriteLine($"  {text}");
        }
    }

    public override void OnEpochEnd(TrainingHistory history)
    {
        _sinceLine.Restart();
        var epoch = history.Last!;
        var line = $"epoch {epoch.Epoch,3}  loss {epoch.TrainLoss:0.0000}  accuracy {Report.Percent(epoch.TrainAccuracy)}  "
            + $"validation loss {epoch.ValidationLoss:0.0000}  accuracy {Report.Percent(epoch.ValidationAccuracy)}  "
            + $"{epoch.ImagesPerSecond:N0} images/s  {Duration(TimeSpan.FromSeconds(epoch.Seconds))}{(history.Best == epoch ? "  best" : "")}";
        if (_task is not null)
        {
            AnsiConsole.WriteLine(line);
        }
        else
        {
            Console.WriteLine(line);
        }
    }

    private static string Duration(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}" : $"{time.Minutes}:{time.Seconds:00}";
}
