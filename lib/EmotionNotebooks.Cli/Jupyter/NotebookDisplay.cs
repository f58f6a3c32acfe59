using System.Text.Json.Nodes;
using Spectre.Console;

namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>Shows how notebooks run: a bar for the cells on a terminal, a line for each notebook everywhere.</summary>
internal sealed class NotebookDisplay
{
    private readonly ProgressContext? _progress;
    private readonly int _count;
    private ProgressTask? _task;
    private int _number;

    private NotebookDisplay(ProgressContext? progress, int count) => (_progress, _count) = (progress, count);

    /// <summary>Runs something with a display.</summary>
    /// <param name="count">How many notebooks there are.</param>
    /// <param name="run">Runs them.</param>
    public static int Show(int count, Func<NotebookDisplay, int> run)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            return run(new NotebookDisplay(null, count));
        }

        return AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context => run(new NotebookDisplay(context, count)));
    }

    /// <summary>Shows what run.py says.</summary>
    /// <param name="happened">A line of its output.</param>
    public void Show(JsonObject happened)
    {
        switch ((string?)happened["event"])
        {
            case "notebook":
                Begin((string)happened["name"]!, (int)happened["count"]!);
                break;
            case "cell":
                Cell((int)happened["number"]!, (int)happened["count"]!, (string)happened["text"]!);
                break;
            case "done":
                End($"{_number} of {_count}  {(string)happened["name"]!}: done in {Seconds(happened)}");
                break;
            case "failed":
                End($"{_number} of {_count}  {(string)happened["name"]!}: FAILED in {Seconds(happened)}");
                Failure(happened);
                break;
            case "interrupted":
                End("interrupted; what was shown until then is kept");
                break;
        }
    }

    private static string Seconds(JsonObject happened) => $"{(double)happened["seconds"]!:0.0} s";

    private static void Failure(JsonObject happened)
    {
        var place = happened["cell"] is JsonValue cell ? $", code cell {cell}" : "";
        Console.Error.WriteLine($"emotion: {(string)happened["name"]!}{place}: {(string)happened["error"]!}");
        foreach (var line in happened["traceback"]!.AsArray())
        {
            Console.Error.WriteLine($"  {(string)line!}");
        }
    }

    private void Begin(string name, int cells)
    {
        _number++;
        if (_progress is not null)
        {
            _task = _progress.AddTask(Markup.Escape(name), maxValue: cells);
        }
        else
        {
            Console.WriteLine($"{_number} of {_count}  {name}: {cells} cells");
        }
    }

    private void Cell(int number, int count, string text)
    {
        if (_task is not null)
        {
            _task.Value = number - 1;
            _task.Description = Markup.Escape($"cell {number} of {count}  {text}");
        }
    }

    private void End(string line)
    {
        if (_task is not null)
        {
            _task.StopTask();
            AnsiConsole.WriteLine(line);
            _task = null;
        }
        else
        {
            Console.WriteLine(line);
        }
    }
}
