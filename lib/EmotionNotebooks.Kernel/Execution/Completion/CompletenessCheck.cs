using EmotionNotebooks.Kernel.Execution.Cells;
using EmotionNotebooks.Kernel.Execution.Scripts;
using EmotionNotebooks.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>Says whether a cell could be run as it stands; of its grammar alone, names may be unknown.</summary>
internal static class CompletenessCheck
{
    private const int Step = 4;

    public static Completeness Of(string code)
    {
        var parts = CellParser.Parse(code);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].IsDirective || parts[i].Name != CellLanguage.CSharp)
            {
                continue;
            }

            var tree = CSharpSyntaxTree.ParseText(parts[i].Text, ScriptSession.Parsing);
            var errors = tree.GetDiagnostics().Where(it => it.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0)
            {
                continue;
            }

            var goesOn = i == parts.Count - 1 && !SyntaxFactory.IsCompleteSubmission(tree) && errors.All(it => IsAtEnd(it, tree)) && !ClosesTooMuch(tree);
            return goesOn ? new Completeness(CompletenessStatus.Incomplete, Indent(code, tree)) : new Completeness(CompletenessStatus.Invalid);
        }

        return new Completeness(CompletenessStatus.Complete);
    }

    // What is wrong before the last token stays wrong, whatever follows.
    private static bool IsAtEnd(Diagnostic error, SyntaxTree tree)
    {
        var last = tree.GetRoot().GetLastToken();
        var text = last.Parent?.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>().LastOrDefault();
        return error.Location.SourceSpan.End >= (text?.SpanStart ?? last.SpanStart);
    }

    private static bool ClosesTooMuch(SyntaxTree tree) =>
        tree.GetRoot().DescendantTrivia().Any(it =>
            it.IsKind(SyntaxKind.SkippedTokensTrivia) && it.ToString().AsSpan().IndexOfAny(')', ']', '}') >= 0);

    private static string Indent(string code, SyntaxTree tree)
    {
        var line = code.Split('\n').LastOrDefault(it => !string.IsNullOrWhiteSpace(it), "");
        var indent = line[..^line.TrimStart().Length];
        return tree.GetRoot().GetLastToken().IsKind(SyntaxKind.OpenBraceToken) ? indent + new string(' ', Step) : indent;
    }
}
