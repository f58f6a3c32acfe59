using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EmotionNotebooks.Kernel.Execution.Scripts;

/// <summary>
/// Lets cells declare extension methods as programs do, in a static class. In a script every class is nested, where extension methods may not
/// be, but a script's own methods may be extensions: each gets one that calls it, on the line on which its class ends, so that no line moves.
/// </summary>
internal static class ExtensionClasses
{
    public static SyntaxTree Open(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var changes = new List<TextChange>();
        foreach (var type in root.Members.OfType<ClassDeclarationSyntax>())
        {
            var extensions = type.Members.OfType<MethodDeclarationSyntax>().Where(IsExtension).ToList();
            changes.AddRange(extensions.Select(it => new TextChange(This(it).Span, "    ")));
            if (extensions.Count > 0)
            {
                changes.Add(new TextChange(new TextSpan(type.CloseBraceToken.Span.End, 0), string.Concat(extensions.Select(it => Caller(it, type)))));
            }
        }

        return changes.Count == 0
            ? tree
            : CSharpSyntaxTree.ParseText(
                SourceText.From(tree.GetText().WithChanges(changes).ToString(), Encoding.UTF8), (CSharpParseOptions)tree.Options, tree.FilePath);
    }

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword);

    private static SyntaxToken This(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters[0].Modifiers.First(it => it.IsKind(SyntaxKind.ThisKeyword));

    private static string Caller(MethodDeclarationSyntax method, ClassDeclarationSyntax type)
    {
        var arguments = method.ParameterList.Parameters.Select(it => Passing(it) + it.Identifier.Text);
        var types = method.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(it => it.Identifier.Text))}>" : "";
        var text = $" static {method.ReturnType} {method.Identifier}{types}{method.ParameterList} {method.ConstraintClauses} "
            + $"=> {type.Identifier}.{method.Identifier}{types}({string.Join(", ", arguments)});";
        return text.ReplaceLineEndings(" ");
    }

    private static string Passing(ParameterSyntax parameter) =>
        parameter.Modifiers.Any(SyntaxKind.RefKeyword) ? "ref "
        : parameter.Modifiers.Any(SyntaxKind.OutKeyword) ? "out "
        : parameter.Modifiers.Any(SyntaxKind.InKeyword) ? "in "
        : "";
}
