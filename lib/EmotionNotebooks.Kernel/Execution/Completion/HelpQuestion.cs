using System.Text.RegularExpressions;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>A cell that asks what a name is: <c>Math?</c>, <c>?Math</c>, and with everything, <c>Math??</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Detailed">With everything.</param>
internal sealed partial record HelpQuestion(string Name, bool Detailed)
{
    /// <summary>The question that a cell is; null where it is none.</summary>
    public static HelpQuestion? In(string code) => Question().Match(code) is { Success: true } match
        ? new HelpQuestion(match.Groups["name"].Value, match.Groups["marks"].Value == "??")
        : null;

    [GeneratedRegex(@"^\s*((?<name>[\w.:]+)(?<marks>\?\??)|(?<marks>\?\??)\s*(?<name>[\w.:]+))\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Question();
}
