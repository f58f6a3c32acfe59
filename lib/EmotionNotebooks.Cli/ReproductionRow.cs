using EmotionNotebooks.Metrics;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli;

/// <summary>A published figure beside ours.</summary>
/// <param name="Model">The network.</param>
/// <param name="Record">How it was trained, and what it came to.</param>
internal sealed record ReproductionRow(ModelDefinition Model, RunRecord Record)
{
    /// <summary>The heads of the columns.</summary>
    public static string[] Heads { get; } =
        ["network", "recipe", "published", "our validation accuracy", "our held-out accuracy", "best epoch", "time"];

    /// <summary>The cells of the columns, as text.</summary>
    public string[] Cells()
    {
        var (options, best) = (Record.Options, Record.Best!);
        var interval = WilsonInterval.Of((int)Math.Round(best.ValidationAccuracy * best.ValidationCount), best.ValidationCount);
        return
        [
            Model.Name,
            $"{options.Recipe}{(options.IsChanged ? $", {options.Epochs} epochs at most" : "")}",
            Model.PublishedFigures ?? "none",
            $"{interval}, {Record.ValidationName}",
            Record.Test ?? "none held out",
            $"{best.Epoch} of {options.Epochs}",
            TimeSpan.FromSeconds(Math.Round(Record.Seconds)).ToString(),
        ];
    }
}
