using System.CommandLine;
using EmotionNotebooks.Augmentation;
using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

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

    public static Command Create() => new TrainCommand().Build();

    private Command Build()
    {
        var command = new Command("train", "Train a network; keep the weights that validate best, the history and the curves.");
        _settings.AddTo(command);
        _faces.AddTo(command);
        command.Options.Add(_out);
        command.Options.Add(_png);
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
        var folder = parsed.GetValue(_out) ?? NewFolder(options);
        using var interruption = new Interruption();
        using var network = ModelCatalog.Find(options.Model).Create(faces.ClassNames.Count);
        var record = new RunRecord(
            options, faces.Source, faces.Sha256, split.Description, split.ValidationName, target.ToString(), DateTime.UtcNow, Best: null, Test: null);
        var run = new RunFolder(folder, network, faces.ClassNames, record);
        PrintHeader(record, ModelSummary.Of(network), folder);

        TrainingHistory history = TrainingHistory.Empty;
        TrainingDisplay.Show(display =>
            history = new Trainer(network, options, target, run, display).Fit(split.Training, split.Validation, interruption.Token));
        if (history.Count == 0)
        {
            Console.Error.WriteLine("emotion: stopped before the first epoch ended; nothing was kept");
            return Guard.Interrupted;
        }

        PrintResult(run, split, target);
        Curves.Write(folder, history, run.Record, parsed.GetValue(_png));
        return interruption.Happened ? Guard.Interrupted : 0;
    }

    private static void PrintHeader(RunRecord record, ModelSummary summary, string folder)
    {
        var options = record.Options;
        Report.Rows(
            ("network", $"{options.Model}: {summary.Parameters:N0} parameters, {summary.MultiplyAdds / 1e6:0.0} M multiply-adds"),
            ("recipe", $"{options.Recipe}: {options.Epochs} epochs, batch {options.BatchSize}, {options.Optimizer} {options.LearningRate}, seed {options.Seed}"),
            ("augmentation", AugmentationText.Describe(options.Augmentation)),
            ("faces", record.Data),
            ("split", record.Split),
            ("compute", record.Compute),
            ("folder", folder));
    }

    private static void PrintResult(RunFolder run, DataSplit split, ComputeTarget target)
    {
        var best = run.Record.Best!;
        using var kept = ModelFile.Load(run.BestWeights).Network;
        Report.Line($"best epoch {best.Epoch}; its weights: {run.BestWeights}");
        Report.Accuracy($"validation ({run.Record.ValidationName})", Predict(kept, split.Validation, target));
        if (split.Test is { } test)
        {
            var predictions = Predict(kept, test, target);
            Report.Accuracy("held-out test", predictions);
            run.Update(run.Record with { Test = Report.Describe(predictions) });
        }
    }

    private static Metrics.Predictions Predict(nn.Module<Tensor, Tensor> network, FaceSet faces, ComputeTarget target)
    {
        using var evaluator = new Evaluator(network, faces, target);
        return evaluator.Predict();
    }

    private static string NewFolder(TrainingOptions options) =>
        Path.Combine("artifacts", "runs", $"{DateTime.Now:yyyyMMdd-HHmmss}-{options.Model}-{options.Recipe}");
}
