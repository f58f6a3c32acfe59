using EmotionNotebooks.Augmentation;
using EmotionNotebooks.Cli.Commands;
using EmotionNotebooks.Training;
using EmotionNotebooks.Training.TensorBoard;

namespace EmotionNotebooks.Cli;

/// <summary>One training on the command line, from its first line to its curves.</summary>
internal static class TrainingRun
{
    /// <summary>Trains, and leaves weights, history, record and curves.</summary>
    /// <returns>The exit code.</returns>
    public static int Train(TrainingSession session, bool png, bool tensorBoard)
    {
        using var interruption = new Interruption();
        using var pause = new Pause(interruption.Token);
        PrintHeader(session);
        var history = TrainingHistory.Empty;
        TrainingDisplay.Show(display =>
        {
            List<TrainingCallback> callbacks = [display, pause];
            if (tensorBoard)
            {
                callbacks.Add(new TensorBoardCallback(session.Folder));
            }

            history = session.Train(callbacks, interruption.Token);
        });
        if (!session.IsFinished)
        {
            Console.Error.WriteLine($"emotion: stopped in epoch {history.Count + 1}; go on with: emotion train --resume {session.Folder}");
        }

        if (history.Count > 0)
        {
            PrintResult(session);
            Curves.Write(session.Folder, history, session.Record, png);
        }

        return session.IsFinished ? 0 : Guard.Interrupted;
    }

    private static void PrintHeader(TrainingSession session)
    {
        var (record, summary) = (session.Record, session.Summary);
        var options = record.Options;
        Report.Rows(
            ("network", $"{options.Model}: {summary.Parameters:N0} parameters, {summary.MultiplyAdds / 1e6:0.0} M multiply-adds"),
            ("recipe", $"{options.Recipe}{(options.IsChanged ? " (changed)" : "")}: {options.Epochs} epochs, batch {options.BatchSize}, "
                + $"{options.Optimizer} {options.LearningRate}, {options.Schedule}, seed {options.Seed}"),
            ("augmentation", AugmentationText.Describe(options.Augmentation)),
            ("faces", record.Data),
            ("split", record.Split),
            ("compute", record.Compute),
            ("folder", session.Folder));
        if (session.GoesOnFrom is var (epoch, step))
        {
            Report.Line($"goes on in epoch {epoch}, after {step} of its steps");
        }
    }

    private static void PrintResult(TrainingSession session)
    {
        Report.Line($"best epoch {session.Record.Best!.Epoch}; its weights: {session.BestWeights}");
        Report.Accuracy($"validation ({session.Record.ValidationName})", session.Judge(session.Split.Validation));
        if (session.Record.Test is { } test)
        {
            Report.Line($"held-out test accuracy {test}");
        }
    }
}
