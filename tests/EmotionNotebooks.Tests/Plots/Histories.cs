using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Tests.Plots;

/// <summary>Training histories for plots.</summary>
internal static class Histories
{
    public static RunDescription Run { get; } = new()
    {
        Model = "small-vgg",
        Data = "FER-2013",
        Recipe = "SGD 0.01, batch 64",
        Device = "cpu, bf16",
        ValidationSplit = "PublicTest",
        Details = [new("Seed", "42")],
    };

    /// <summary>Text that breaks pages and charts that do not escape it.</summary>
    public static RunDescription HostileRun { get; } = new()
    {
        Model = "</script><script>alert(1)</script>" + new string('x', 300),
        Data = "<b>&amp;\"quotes\" & 'more' \u2028 \U0001F600",
        Recipe = "<img src=http://example.org/a.png>",
        Device = "$& %{y} </title>",
        ValidationSplit = "<i>split</i>",
        Details = [new("</dl>", "<a href='http://example.org'>x</a>")],
    };

    /// <summary>Curves that overfit: validation accuracy peaks at two thirds.</summary>
    public static TrainingHistory Of(int epochs, int validationCount = 3589) => new(
        Enumerable.Range(1, epochs).Select(epoch =>
        {
            var time = epoch / (double)epochs;
            return new EpochRecord(
                epoch,
                1.8 - (1.6 * time),
                0.25 + (0.7 * time),
                1.8 - (1.2 * time) + (0.5 * time * time),
                0.3 + (0.8 * time) - (0.6 * time * time),
                validationCount,
                0.01,
                12.5,
                345);
        }));
}
