using System.Diagnostics;
using EmotionNotebooks.Data.Download;
using Spectre.Console;

namespace EmotionNotebooks.Cli;

/// <summary>Shows a download: a live bar on a terminal, a line now and then elsewhere; a line for every failure in both.</summary>
internal sealed class DownloadDisplay : DownloadCallback
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private readonly ProgressTask? _task;
    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();

    private DownloadDisplay(ProgressTask? task) => _task = task;

    public static T Show<T>(Func<DownloadDisplay, T> download)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            return download(new DownloadDisplay(null));
        }

        return AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context => download(new DownloadDisplay(context.AddTask("connecting"))));
    }

    public override void OnProgress(DownloadProgress progress)
    {
        var text = Describe(progress);
        if (_task is not null)
        {
            _task.IsIndeterminate = progress.Total is null;
            _task.MaxValue = progress.Total ?? 1;
            _task.Value = progress.Total is null ? 0 : progress.Received;
            _task.Description = text;
        }
        else if (_sinceLine.Elapsed > LineEvery)
        {
            _sinceLine.Restart();
            Console.WriteLine($"  {text}");
        }
    }

    public override void OnRetry(string reason, TimeSpan delay) =>
        Line(delay > TimeSpan.Zero ? $"{reason}; again in {delay.TotalSeconds:0.#} s" : reason);

    public override void OnVerify(long bytes)
    {
        if (_task is not null)
        {
            _task.Description = $"checking {bytes / 1e6:0.0} MB";
        }
    }

    private void Line(string text)
    {
        if (_task is not null)
        {
            AnsiConsole.WriteLine(text);
        }
        else
        {
            Console.WriteLine(text);
        }
    }

    private static string Describe(DownloadProgress progress)
    {
        var total = progress.Total is { } all ? $" of {all / 1e6:0.0}" : "";
        var left = progress.TimeLeft is { } time ? $"  {(int)time.TotalMinutes}:{time.Seconds:00} left" : "";
        return $"{progress.Received / 1e6:0.0}{total} MB  {progress.BytesPerSecond / 1e6:0.0} MB/s{left}";
    }
}
