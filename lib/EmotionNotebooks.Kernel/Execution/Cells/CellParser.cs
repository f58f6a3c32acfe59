using System.Text;
using System.Text.RegularExpressions;
using EmotionNotebooks.Kernel.Execution.Scripts;
using EmotionNotebooks.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>Splits cells at the lines that are no C#: <c>#r</c>, <c>#load</c> and the magics.</summary>
internal static partial class CellParser
{
    private const string OpenComment = "CS1035";

    private static readonly HashSet<string> Shown = [CellLanguage.CSharp, CellLanguage.Markdown, "html", "javascript", "mermaid"];

    /// <summary>The pieces, in the order in which they run.</summary>
    public static IReadOnlyList<CellPart> Parse(string code)
    {
        var parts = new List<CellPart>();
        var language = CellLanguage.CSharp;
        var text = new StringBuilder();
        var first = 1;
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Directive(lines[i], language) is not { } directive || language == CellLanguage.CSharp && IsInsideToken(text.ToString()))
            {
                text.Append(lines[i]).Append('\n');
                continue;
            }

            End(i + 2);
            var chosen = directive.Name.StartsWith("#!", StringComparison.Ordinal) ? LanguageOf(directive.Name[2..]) : null;
            if (chosen is not null)
            {
                language = chosen;
            }
            else if (!directive.Name.StartsWith("#!/", StringComparison.Ordinal)) // a script's first line for Unix
            {
                parts.Add(new CellPart(directive.Name, directive.Argument, i + 1));
            }
        }

        End(lines.Length);
        return parts;

        void End(int next)
        {
            if (text.ToString().AsSpan().Trim().Length > 0)
            {
                parts.Add(new CellPart(language, text.ToString().TrimEnd('\n'), first));
            }

            text.Clear();
            first = next;
        }
    }

    private static (string Name, string Argument)? Directive(string line, string language)
    {
        if (DirectiveLine().Match(line) is not { Success: true } match)
        {
            return null;
        }

        // Other languages have lines of their own that begin like this.
        var name = match.Groups[1].Value;
        return language == CellLanguage.CSharp || LanguageOf(name[2..]) is not null ? (name, match.Groups[2].Value.Trim()) : null;
    }

    private static string? LanguageOf(string name) =>
        name is "csx" ? CellLanguage.CSharp
        : CellLanguage.Of(name) is { } language && Shown.Contains(language) ? language
        : null;

    // A line within a string or a comment is text, whatever it begins with. Only a token without an end holds the last line break.
    private static bool IsInsideToken(string code) =>
        SyntaxFactory.ParseTokens(code, options: ScriptSession.Parsing).Any(token =>
            !token.IsKind(SyntaxKind.EndOfFileToken) && token.Span.End == code.Length && code.Length > 0
            || token.LeadingTrivia.SelectMany(it => it.GetDiagnostics()).Any(it => it.Id == OpenComment));

    [GeneratedRegex(@"^\s*(#!\S+|#(?:r|i|load)(?=[\s""]))(.*)$")]
    private static partial Regex DirectiveLine();
}
