using System.CommandLine;
using System.Globalization;
using System.Text;
using EmotionNotebooks.Models;
using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;
using Spectre.Console;
using static TorchSharp.torch;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion find-lr</c>.</summary>
internal sealed class FindLrCommand
{
    private readonly TrainingSettings _settings = new();
    private readonly Faces _faces = new();

    private readonly Option<double> _from = new("--from") { Description = "First rate", HelpName = "x", DefaultValueFactory = _ => 1e-6 };
    private readonly Option<double> _to = new("--to") { Description = "Last rate", HelpName = "x", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _steps = new("--steps") { Description = "Steps between them, at least 20", HelpName = "n", DefaultValueFactory = _ => 200 };
    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = "Folder for the sweep as sweep.csv and sweep.html",
        HelpName = "folder",
        DefaultValueFactory = _ => Path.Combine("artifacts", "find-lr"),
    };

    private readonly Option<bool> _png = new("--png") { Description = "Also draw the sweep as sweep.png, with a headless Chromium" };

    public static Command Create() => new FindLrCommand().Build();

    private Command Build()
    {
        var command = new Command("find-lr", "Sweep the learning rate upwards for a few hundred steps and suggest one. No weights are kept.");
        _settings.AddTo(command);
        _faces.AddTo(command);
        foreach (var option in new Option[] { _from, _to, _steps, _out, _png })
        {
            command.Options.Add(option);
        }

        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var recipe = _settings.Read(parsed);
        var options = recipe.Options;
        var faces = _faces.Load(parsed);
        var split = recipe.Split.Apply(faces, options.Seed);
        var target = ComputeTarget.Choose(options);
        manual_seed((long)options.Seed);
        using var interruption = new Interruption();
        using var network = ModelCatalog.Find(options.Model).Create(options.OutputsFor(faces.ClassNames.Count));
        var finder = new LearningRateFinder(network, options, target)
        {
            From = parsed.GetValue(_from),
            To = parsed.GetValue(_to),
            Steps = parsed.GetValue(_steps),
        };
        Report.Rows(
            ("network", options.Model),
            ("optimizer", $"{options.Optimizer}, batch {options.BatchSize}"),
            ("faces", $"{split.Training.Count} that train, of {faces.Source}"),
            ("compute", target.ToString()));
        LearningRateSweep? sweep = null;
        Progress(tell => sweep = finder.Run(split.Training, tell, interruption.Token));
        if (interruption.Happened)
        {
            return Guard.Interrupted;
        }

        Report.Line($"suggested learning rate {sweep!.Suggested:0.0e+0} (the recipe has {options.LearningRate:0.0e+0})");
        Write(parsed, sweep, new RunDescription
        {
            Model = options.Model,
            Data = Path.GetFileName(faces.Source),
            Recipe = options.Recipe,
            Device = target.ToString(),
            ValidationSplit = split.ValidationName,
        });
        return 0;
    }

    private void Write(ParseResult parsed, LearningRateSweep sweep, RunDescription run)
    {
        var folder = parsed.GetValue(_out)!;
        var text = new StringBuilder("learning_rate,loss\n");
        foreach (var (rate, loss) in sweep.LearningRates.Zip(sweep.Losses))
        {
            text.Append(CultureInfo.InvariantCulture, $"{rate:R},{loss:R}\n");
        }

        AtomicFile.WriteText(Path.Combine(folder, "sweep.csv"), text.ToString());
        var plot = new LearningRatePlot(sweep, run);
        plot.SaveHtml(Path.Combine(folder, "sweep.html"));
        Report.Line($"sweep: {Path.Combine(folder, "sweep.html")}, sweep.csv");
        if (parsed.GetValue(_png))
        {
            plot.SavePng(Path.Combine(folder, "sweep.png"));
            Report.Line($"sweep: {Path.Combine(folder, "sweep.png")}");
        }
    }

    private static void Progress(Action<Action<double>> sweep)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            sweep(_ => { });
            return;
        }

        AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("sweep", maxValue: 1);
                sweep(share => task.Value = share);
            });
    }
}
