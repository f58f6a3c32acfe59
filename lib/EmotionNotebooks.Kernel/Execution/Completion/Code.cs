using EmotionNotebooks.Kernel.Execution.Scripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>A cell that nobody runs, behind those that have run, and a place in it.</summary>
internal sealed class Code
{
    private readonly Lazy<SemanticModel> _model;

    /// <summary>Reads a cell.</summary>
    /// <param name="scope">What has run.</param>
    /// <param name="text">Its text, all of it C#.</param>
    /// <param name="position">The place.</param>
    public Code(ScriptScope scope, string text, int position)
    {
        Scope = scope;
        Position = position;
        Start = position;
        while (Start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[Start - 1]))
        {
            Start--;
        }

        Prefix = text[Start..position];
        Line = text[(text.AsSpan(0, Start).LastIndexOf('\n') + 1)..Start];

        // What is being written ends here, or it would go on in the next line: `x.` and `var y = 1;` are `x.var y = 1;`
        var end = text.AsSpan(position).IndexOf('\n');
        var rest = text.AsSpan(position, end < 0 ? text.Length - position : end);
        var tree = CSharpSyntaxTree.ParseText(text, ScriptSession.Parsing);
        if (rest.IsWhiteSpace() && !IsText(tree.GetCompilationUnitRoot(), position))
        {
            tree = CSharpSyntaxTree.ParseText(text.Insert(position, ";"), ScriptSession.Parsing);
        }

        Root = tree.GetCompilationUnitRoot();
        InText = IsText(Root, position);
        Before = TokenBefore(Root, Start);
        _model = new Lazy<SemanticModel>(() => scope.Compile("question", "Submission#question", tree).GetSemanticModel(tree));
    }

    public CompilationUnitSyntax Root { get; }

    /// <summary>What has run.</summary>
    public ScriptScope Scope { get; }

    public SemanticModel Model => _model.Value;

    public int Position { get; }

    /// <summary>Where the word before the place begins.</summary>
    public int Start { get; }

    /// <summary>What of the word stands before the place.</summary>
    public string Prefix { get; }

    /// <summary>The line up to the word.</summary>
    public string Line { get; }

    /// <summary>The token before the word; none at the beginning.</summary>
    public SyntaxToken Before { get; }

    /// <summary>Whether the place is within a comment, a number or a string, where nothing has a name.</summary>
    public bool InText { get; }

    /// <summary>The token that the word is.</summary>
    public SyntaxToken Word => Root.FindToken(Start);

    /// <summary>The type of an expression; null where it has none.</summary>
    public ITypeSymbol? TypeOf(ExpressionSyntax? expression) =>
        expression is not null && Model.GetTypeInfo(expression).Type is { TypeKind: not TypeKind.Error } type ? type : null;

    /// <summary>Whether a place is within a comment, a number or a string.</summary>
    public static bool IsText(string text, int position) => IsText(CSharpSyntaxTree.ParseText(text, ScriptSession.Parsing).GetCompilationUnitRoot(), position);

    private static SyntaxToken TokenBefore(CompilationUnitSyntax root, int position)
    {
        var token = root.FindToken(position);
        while (!token.IsKind(SyntaxKind.None) && (token.SpanStart >= position || token.Span.IsEmpty))
        {
            token = token.GetPreviousToken();
        }

        return token;
    }

    private static bool IsText(CompilationUnitSyntax root, int position)
    {
        if (position == 0)
        {
            return false;
        }

        var trivia = root.FindTrivia(position - 1);
        if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            && (position < trivia.Span.End || !trivia.ToString().EndsWith("*/", StringComparison.Ordinal)))
        {
            return true;
        }

        var token = root.FindToken(position - 1);
        if (token.SpanStart >= position || token.Span.End < position)
        {
            return false;
        }

        var ends = token.Span.End == position && !token.ContainsDiagnostics;
        return token.Kind() switch
        {
            SyntaxKind.NumericLiteralToken => true,
            SyntaxKind.InterpolatedStringTextToken => true,
            SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => true,
            SyntaxKind.CloseBraceToken => token.Parent is InterpolationSyntax && ends,
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => !ends,
            _ => false,
        };
    }
}
