using System.CommandLine;
using EmotionNotebooks.Cli.Jupyter;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion notebooks</c>.</summary>
internal sealed class NotebooksCommand
{
    private readonly Argument<string[]> _names = new("notebooks")
    {
        Description = "Lessons by the beginning of their names (02, 02-train), or notebook files; all lessons where none is named",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _data = new("--data", "-d")
    {
        Description = "Faces for the lessons, as 'emotion train' takes them; without it: generated sample faces",
        HelpName = "path",
    };

    private readonly Option<string?> _votes = new("--votes") { Description = "FER+'s votes (fer2013new.csv) for the rows of --data", HelpName = "path" };
    private readonly Option<string[]> _to = new("--to")
    {
        Description = "What to write: ipynb (the notebook with what it showed), html (one page that needs nothing else), or both",
        HelpName = "form",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["ipynb", "html"],
    };

    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = "Folder for what is written",
        HelpName = "folder",
        DefaultValueFactory = _ => Path.Combine("artifacts", "notebooks"),
    };

    private readonly Option<bool> _keep = new("--keep")
    {
        Description = "Write the notebooks back to where they are, with pictures in the place of interactive charts, as they are committed",
    };

    private readonly Option<int?> _timeout = new("--timeout") { Description = "Seconds that a cell may take; without it as long as it likes", HelpName = "s" };

    public static Command Create() => new NotebooksCommand().Build();

    private Command Build()
    {
        var command = new Command("notebooks", """
            Run the lessons with Jupyter, without a window, and keep the notebooks and pages with their results.

            It ends with 1, naming the notebook, the cell and the error, where one fails; the others are run all the same.
            """)
        {
            _names, _data, _votes, _to, _out, _keep, _timeout,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var forms = parsed.GetValue(_to)!;
        if (forms.FirstOrDefault(form => form is not ("ipynb" or "html")) is { } other)
        {
            throw new ArgumentException($"--to is '{other}'; it must be ipynb, html, or both");
        }

        if (parsed.GetValue(_timeout) is < 1)
        {
            throw new ArgumentException($"--timeout is {parsed.GetValue(_timeout)}; it must be from 1");
        }

        var environment = new Dictionary<string, string>();
        Give("EMOTION_DATA", parsed.GetValue(_data));
        Give("EMOTION_VOTES", parsed.GetValue(_votes));
        var keep = parsed.GetValue(_keep);
        using var fresh = keep ? new TemporaryFolder() : null;
        if (fresh is not null)
        {
            // What is committed must not depend on what was trained here before.
            environment["EMOTION_STATIC_CHARTS"] = "1";
            environment["EMOTION_ARTIFACTS"] = fresh.Path;
        }

        var folder = Path.GetFullPath(parsed.GetValue(_out)!);
        var jobs = Find(parsed.GetValue(_names) ?? []).Select(source =>
        {
            var name = Path.GetFileNameWithoutExtension(source);
            var ipynb = keep ? source : forms.Contains("ipynb") ? Path.Combine(folder, $"{name}.ipynb") : null;
            return new NotebookJob(name, source, ipynb, !keep && forms.Contains("html") ? Path.Combine(folder, $"{name}.html") : null);
        }).ToList();
        var code = NotebookDisplay.Show(jobs.Count, display => NotebookRunner.Run(jobs, parsed.GetValue(_timeout), environment, display));
        Report.Line($"written to {(keep ? Repository.Notebooks : folder)}");
        return code;

        void Give(string name, string? path)
        {
            if (path is null)
            {
                return;
            }

            environment[name] = File.Exists(path) || Directory.Exists(path)
                ? Path.GetFullPath(path)
                : throw new ArgumentException($"{path}: no such file or folder; expected {(name == "EMOTION_DATA" ? "faces" : "FER+'s votes")}");
        }
    }

    private static IEnumerable<string> Find(string[] names)
    {
        var lessons = Directory.Exists(Repository.Notebooks)
            ? Directory.GetFiles(Repository.Notebooks, "*.ipynb").Order(StringComparer.Ordinal).ToArray()
            : [];
        return names.Length == 0 ? lessons : names.SelectMany(name =>
        {
            if (File.Exists(name))
            {
                return [Path.GetFullPath(name)];
            }

            var found = lessons.Where(lesson => Path.GetFileName(lesson).StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToArray();
            return found.Length > 0
                ? found
                : throw new ArgumentException(
                    $"there is no notebook '{name}'; there are: {string.Join(", ", lessons.Select(Path.GetFileNameWithoutExtension))}");
        }).Distinct();
    }
}
