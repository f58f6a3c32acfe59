using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>Says what the grammar takes at a place, by what stands before it.</summary>
internal static class Places
{
    public static Place Of(Code code)
    {
        if (NameBeingGiven(code) is { } declaration)
        {
            // `count i` is read as a variable `i` of a type `count`, but `count` may be a value, and `i` become `is`.
            return declaration is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: SimpleNameSyntax { IsVar: false } type } }
                && code.Model.GetSymbolInfo(type).Symbol is not ITypeSymbol
                ? AfterName(type.Identifier)
                : Place.NewName;
        }

        var token = code.Before;
        return token.Kind() switch
        {
            SyntaxKind.None => Place.Statement,
            SyntaxKind.SemicolonToken => token.Parent is ForStatementSyntax ? Place.Expression : Within(code),
            SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken => Brace(code),
            SyntaxKind.CloseParenToken => Parenthesis(token.Parent),
            SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword or SyntaxKind.UnsafeKeyword => Place.Statement,
            SyntaxKind.ColonToken => Colon(token.Parent),
            SyntaxKind.NewKeyword or SyntaxKind.AsKeyword => Place.Type,
            SyntaxKind.OpenParenToken when token.Parent is TypeOfExpressionSyntax or SizeOfExpressionSyntax => Place.Type,
            SyntaxKind.LessThanToken or SyntaxKind.CommaToken when token.Parent is TypeArgumentListSyntax => Place.Type,
            SyntaxKind.OpenParenToken or SyntaxKind.CommaToken when token.Parent is ParameterListSyntax => Place.Type,
            SyntaxKind.CommaToken when token.Parent is BaseListSyntax => Place.Type,
            SyntaxKind.GreaterThanToken when token.Parent is TypeArgumentListSyntax => Place.NewName,
            SyntaxKind.CloseBracketToken => token.Parent switch
            {
                AttributeListSyntax => Within(code),
                ArrayRankSpecifierSyntax => Place.NewName,
                _ => Place.Operator,
            },
            SyntaxKind.IdentifierToken => AfterName(token),
            SyntaxKind.ClassKeyword or SyntaxKind.StructKeyword or SyntaxKind.InterfaceKeyword or SyntaxKind.EnumKeyword => Place.NewName,
            SyntaxKind.StringLiteralToken or SyntaxKind.NumericLiteralToken or SyntaxKind.CharacterLiteralToken
                or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword or SyntaxKind.ThisKeyword => Place.Operator,
            _ when token.Parent is PredefinedTypeSyntax => Place.NewName,
            _ when Keywords.IsModifier(token.ValueText) => Place.Member,
            _ => Place.Expression,
        };
    }

    private static SyntaxNode? NameBeingGiven(Code code) =>
        code.Prefix.Length > 0 && code.Word is var word && word.IsKind(SyntaxKind.IdentifierToken) && word.SpanStart == code.Start
        && word.Parent is not (SimpleNameSyntax or CompilationUnitSyntax)
            ? word.Parent
            : null;

    private static Place AfterName(SyntaxToken name) => name.ValueText switch
    {
        "await" or "from" or "where" or "select" or "orderby" => Place.Expression,
        "async" or "partial" or "required" => Place.Member,
        "var" or "record" => Place.NewName,
        _ => Place.Operator,
    };

    private static Place Brace(Code code) => code.Before.Parent switch
    {
        InterpolationSyntax or InitializerExpressionSyntax or SwitchExpressionSyntax or AnonymousObjectCreationExpressionSyntax
            when code.Before.IsKind(SyntaxKind.OpenBraceToken) => Place.Expression,
        InitializerExpressionSyntax or SwitchExpressionSyntax or AnonymousObjectCreationExpressionSyntax => Place.Operator,
        _ => Within(code),
    };

    // Between the members of a type, or between statements.
    private static Place Within(Code code)
    {
        var container = code.Before.Parent?.AncestorsAndSelf().FirstOrDefault(it => it switch
        {
            BlockSyntax block => Holds(block.OpenBraceToken, block.CloseBraceToken, code),
            TypeDeclarationSyntax type => Holds(type.OpenBraceToken, type.CloseBraceToken, code),
            _ => false,
        });
        return container is TypeDeclarationSyntax ? Place.Member : Place.Statement;
    }

    private static bool Holds(SyntaxToken open, SyntaxToken close, Code code) =>
        !open.IsMissing && open.SpanStart < code.Start && (close.IsMissing || close.SpanStart >= code.Start);

    private static Place Parenthesis(SyntaxNode? node) => node switch
    {
        StatementSyntax and not DoStatementSyntax or CatchDeclarationSyntax => Place.Statement,
        CastExpressionSyntax => Place.Expression,
        _ => Place.Operator,
    };

    private static Place Colon(SyntaxNode? node) => node switch
    {
        BaseListSyntax or TypeParameterConstraintClauseSyntax => Place.Type,
        SwitchLabelSyntax or LabeledStatementSyntax => Place.Statement,
        _ => Place.Expression,
    };
}
