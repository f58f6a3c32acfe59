using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EmotionNotebooks.Kernel.Execution.Scripts;

/// <summary>
/// Puts <see cref="CellCheck"/> into the loops and functions of a cell, so that an interruption stops them. No line moves; finally blocks are
/// left alone, since they must come to their end.
/// </summary>
internal sealed class Checks : CSharpSyntaxWalker
{
    private const string Pass = " global::EmotionNotebooks.Kernel.Execution.CellCheck.Pass(); ";

    private readonly List<TextChange> _changes = [];

    private Checks()
    {
    }

    /// <summary>The text with checks; the same tree where there is nothing to check.</summary>
    public static SyntaxTree Add(SyntaxTree tree)
    {
        var checks = new Checks();
        checks.Visit(tree.GetRoot());

        // Where one ends another may end: the inner one first.
        return checks._changes.Count == 0
            ? tree
            : CSharpSyntaxTree.ParseText(
                SourceText.From(tree.GetText().WithChanges(checks._changes.OrderBy(it => it.Span.Start)).ToString(), Encoding.UTF8),
                (CSharpParseOptions)tree.Options,
                tree.FilePath);
    }

    public override void VisitFinallyClause(FinallyClauseSyntax node)
    {
    }

    public override void DefaultVisit(SyntaxNode node)
    {
        switch (node)
        {
            case MethodDeclarationSyntax it:
                AddTo(it.Body, it.ExpressionBody, it.SemicolonToken, it.ReturnType, it.Modifiers);
                break;
            case LocalFunctionStatementSyntax it:
                AddTo(it.Body, it.ExpressionBody, it.SemicolonToken, it.ReturnType, it.Modifiers);
                break;
            default:
                AddTo(Body(node));
                break;
        }

        base.DefaultVisit(node);
    }

    // Of a loop, or of a function without a name that has a block.
    private static StatementSyntax? Body(SyntaxNode node) => node switch
    {
        WhileStatementSyntax it => it.Statement,
        DoStatementSyntax it => it.Statement,
        ForStatementSyntax it => it.Statement,
        CommonForEachStatementSyntax it => it.Statement,
        AnonymousFunctionExpressionSyntax it => it.Block,
        _ => null,
    };

    private void AddTo(StatementSyntax? body)
    {
        if (body is BlockSyntax block)
        {
            Insert(block.OpenBraceToken.Span.End, Pass);
        }
        else if (body is not null)
        {
            Insert(body.SpanStart, "{" + Pass);
            Insert(body.Span.End, " }");
        }
    }

    private void AddTo(
        BlockSyntax? body, ArrowExpressionClauseSyntax? expression, SyntaxToken semicolon, TypeSyntax returnType, SyntaxTokenList modifiers)
    {
        AddTo(body);
        if (expression is null || semicolon.IsMissing)
        {
            return;
        }

        var hasNoValue = expression.Expression is ThrowExpressionSyntax
            || returnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || modifiers.Any(SyntaxKind.AsyncKeyword) && !returnType.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Any();
        _changes.Add(new TextChange(expression.ArrowToken.Span, "{" + Pass + (hasNoValue ? "" : "return ")));
        Insert(semicolon.Span.End, " }");
    }

    private void Insert(int position, string text) => _changes.Add(new TextChange(new TextSpan(position, 0), text));
}
