using System.CommandLine;
using EmotionNotebooks.Export.Onnx;

namespace EmotionNotebooks.Cli;

/// <summary>Which forms <c>emotion export</c> writes.</summary>
internal sealed class ExportSettings
{
    private const string Variable = "OPTIMISE"; // as jdl00/emotion_recognition is told: exports are quantised and optimised unless it is 0

    private static readonly OnnxForm[] All = Enum.GetValues<OnnxForm>();

    private readonly Option<string[]> _to = new("--to", "-t")
    {
        Description = "A form to write: fp32, fp16 or int8. Again for several, or several words. Without it: all three",
        HelpName = "form",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _asTrained = new("--no-optimise")
    {
        Description = $"Leave the batch norms as they are, and write fp32 alone ({Variable}=0 in the environment asks for the same)",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_to);
        command.Options.Add(_asTrained);
    }

    /// <summary>The forms in their usual order, and whether batch norms are folded.</summary>
    /// <exception cref="ArgumentException">A form is unknown, or is an optimisation where none is wanted.</exception>
    public (OnnxForm[] Forms, bool Optimise) Read(ParseResult parsed)
    {
        var asked = (parsed.GetValue(_to) ?? []).Select(word => Words.ToEnum(_to.Name, word, OnnxForm.Fp32)).Distinct().Order().ToArray();
        var reason = parsed.GetValue(_asTrained) ? _asTrained.Name : IsOffByEnvironment() ? $"{Variable}=0" : null;
        if (reason is null)
        {
            return (asked.Length > 0 ? asked : All, true);
        }

        return Array.Exists(asked, form => form != OnnxForm.Fp32)
            ? throw new ArgumentException($"{reason} writes fp32 alone, and {_to.Name} asks for {string.Join(", ", asked.Select(OnnxExporter.Name))}; leave out one or the other")
            : ([OnnxForm.Fp32], false);
    }

    private static bool IsOffByEnvironment()
    {
        var value = Environment.GetEnvironmentVariable(Variable);
        if (value is { Length: > 0 })
        {
            Report.Line($"{(value == "0" ? "no optimisation" : "optimisation")} (from {Variable}={value})");
        }

        return value == "0";
    }
}
