using EmotionNotebooks.Augmentation;
using EmotionNotebooks.Cli.Commands;
using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using EmotionNotebooks.Training.TensorBoard;
using static TorchSharp.torch;

namespace EmotionNotebooks.Cli;

/// <summary>One training on the command line, from its first line to its curves.</summary>
/// <param name="folder">Where everything goes.</param>
/// <param name="recipe">Options and split.</param>
/// <param name="faces">The faces, PrivateTest withheld.</param>
internal sealed class TrainingRun(string folder, Recipe recipe, FaceSet faces)
{
    /// <summary>The arguments that name the faces again.</summary>
    public IReadOnlyList<string> DataArguments { get; init; } = [];

    /// <summary>Where to go on from; null for a new training.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>When it first began, in UTC.</summary>
    public DateTime Started { get; init; } = DateTime.UtcNow;

    /// <summary>What the run came to, once it trained.</summary>
    public RunRecord? Result { get; private set; }

    /// <summary>Trains, and leaves weights, history, record and curves.</summary>
    /// <returns>The exit code.</returns>
    public int Train(bool png, bool tensorBoard)
    {
        var options = recipe.Options;
        var split = recipe.Split.Apply(faces, options.Seed);
        var target = ComputeTarget.Choose(options);
        manual_seed((long)options.Seed);
        using var held = new RunLock(folder);
        using var interruption = new Interruption();
        using var pause = new Pause(interruption.Token);
        using var network = ModelCatalog.Find(options.Model).Create(options.OutputsFor(faces.ClassNames.Count));
        var run = new RunFolder(folder, network, faces.ClassNames, new RunRecord(
            options, faces.Source, faces.Sha256, split.Description, split.ValidationName, target.ToString(), Started,
            Checkpoint?.History.Best, Test: null)
        { DataArguments = DataArguments });
        run.Update(run.Record);
        PrintHeader(run.Record, ModelSummary.Of(network));

        var history = TrainingHistory.Empty;
        TrainingDisplay.Show(display =>
        {
            List<TrainingCallback> callbacks = [run, display, pause];
            if (tensorBoard)
            {
                callbacks.Add(new TensorBoardCallback(folder));
            }

            history = new Trainer(network, options, target, callbacks).Fit(split.Training, split.Validation, Checkpoint, interruption.Token);
        });
        if (interruption.Happened)
        {
            Console.Error.WriteLine($"emotion: stopped in epoch {history.Count + 1}; go on with: emotion train --resume {folder}");
        }

        if (history.Count > 0)
        {
            PrintResult(run, split, target);
            Curves.Write(folder, history, run.Record, png);
        }

        if (!interruption.Happened)
        {
            run.Update(run.Record with { Ended = DateTime.UtcNow });
        }

        Result = run.Record;
        return interruption.Happened ? Guard.Interrupted : 0;
    }

    private void PrintHeader(RunRecord record, ModelSummary summary)
    {
        var options = record.Options;
        Report.Rows(
            ("network", $"{options.Model}: {summary.Parameters:N0} parameters, {summary.MultiplyAdds / 1e6:0.0} M multiply-adds"),
            ("recipe", $"{options.Recipe}{(options.IsChanged ? " (changed)" : "")}: {options.Epochs} epochs, batch {options.BatchSize}, "
                + $"{options.Optimizer} {options.LearningRate}, {options.Schedule}, seed {options.Seed}"),
            ("augmentation", AugmentationText.Describe(options.Augmentation)),
            ("faces", record.Data),
            ("split", record.Split),
            ("compute", record.Compute),
            ("folder", folder));
        if (Checkpoint is { } checkpoint)
        {
            Report.Line($"goes on in epoch {checkpoint.Epoch}, after {checkpoint.Step} of its steps");
        }
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
}
