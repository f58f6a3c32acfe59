using System.CommandLine;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion train</c>.</summary>
internal sealed class TrainCommand
{
    private readonly Faces _faces = new();
    private readonly TrainingSettings _settings = new();

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Folder for weights, history and curves. Without it: a new one below artifacts/runs",
        HelpName = "folder",
    };

    private readonly Option<bool> _png = new("--png")
    {
        Description = "Also draw the curves as curves.png, with a headless Chromium",
    };

    private readonly Option<string?> _resume = new("--resume")
    {
        Description = "Go on with the training in this folder, from its last checkpoint; its options and faces are taken from there",
        HelpName = "folder",
    };

    private readonly Option<bool> _tensorBoard = new("--tensorboard") { Description = "Also write event files for TensorBoard into the folder" };

    public static Command Create() => new TrainCommand().Build();

    private Command Build()
    {
        var command = new Command("train", """
            Train a network; keep the weights that validate best, the history and the curves.

            Ctrl-C ends it with a checkpoint, and --resume goes on from there. Ctrl-Z or kill -USR1 holds it up; fg or kill -USR1 lets it go on.
            """);
        _settings.AddTo(command);
        _faces.AddTo(command);
        command.Options.Add(_out);
        command.Options.Add(_resume);
        command.Options.Add(_tensorBoard);
        command.Options.Add(_png);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        using var session = parsed.GetValue(_resume) is { } folder ? Resume(parsed, folder) : Begin(parsed);
        return TrainingRun.Train(session, parsed.GetValue(_png), parsed.GetValue(_tensorBoard));
    }

    private TrainingSession Begin(ParseResult parsed)
    {
        parsed = _settings.ModelOf(parsed) == "vgg-dropout" ? PublishedEnvironment.Apply(parsed) : parsed;
        var recipe = _settings.Read(parsed);
        var folder = parsed.GetValue(_out) ?? NewFolder(recipe.Options);
        return Checkpoint.Exists(folder)
            ? throw new ArgumentException($"{folder} holds a training already; go on with it by --resume {folder}, or name another folder")
            : new TrainingSession(folder, recipe, _faces.Load(parsed), _faces.Arguments(parsed));
    }

    private TrainingSession Resume(ParseResult parsed, string folder)
    {
        if (parsed.GetValue(_out) is not null)
        {
            throw new ArgumentException("--out and --resume are given; a resumed training stays in its folder");
        }

        var checkpoint = Checkpoint.Load(folder);
        var record = RunRecord.Load(Path.Combine(folder, RunRecord.FileName));
        var arguments = _faces.AreGiven(parsed) ? _faces.Arguments(parsed) : record.DataArguments;
        var command = new Command("faces");
        _faces.AddTo(command);
        var options = _settings.Resume(parsed, checkpoint.Options);
        var recipe = RecipeCatalog.Find(options.Model, options.Recipe) with { Options = options };
        return new TrainingSession(folder, recipe, _faces.Load(command.Parse([.. arguments])), arguments);
    }

    private static string NewFolder(TrainingOptions options) => Path.Combine(
        "artifacts", "runs", $"{DateTime.Now:yyyyMMdd-HHmmss}-{options.Model}-{options.Recipe}{(options.IsChanged ? "-changed" : "")}");
}
