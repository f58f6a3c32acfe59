using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>The types of which a value is expected at a place.</summary>
internal static class ExpectedType
{
    /// <summary>Adds the members of enumerations that are expected.</summary>
    public static void AddMembers(Code code, Choices choices)
    {
        foreach (var type in Of(code).Select(Unwrap).Where(it => it.TypeKind == TypeKind.Enum).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default))
        {
            var name = type.ToMinimalDisplayString(code.Model, code.Start);
            foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(it => it.IsConst))
            {
                if (choices.Fits(member.Name) || choices.Fits($"{name}.{member.Name}"))
                {
                    choices.AddAnyway($"{name}.{member.Name}", "instance", Rank.Expected, Symbols.Signature(member, qualified: true));
                }
            }
        }
    }

    /// <summary>The types, where the place says them.</summary>
    public static IEnumerable<ITypeSymbol> Of(Code code)
    {
        if (code.Before.Parent is ArgumentListSyntax or NameColonSyntax && Calls.Around(code) is { } list)
        {
            return Calls.Expected(code, list).Select(it => it.Type);
        }

        return One(code) is { } type ? [type] : [];
    }

    private static ITypeSymbol? One(Code code) => (code.Before.Kind(), code.Before.Parent) switch
    {
        (SyntaxKind.EqualsToken, AssignmentExpressionSyntax assignment) => code.TypeOf(assignment.Left),
        (SyntaxKind.EqualsToken, EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } }) =>
            declaration.Type.IsVar ? null : code.TypeOf(declaration.Type),
        (SyntaxKind.EqualsToken, EqualsValueClauseSyntax { Parent: ParameterSyntax { Type: { } type } }) => code.TypeOf(type),
        (SyntaxKind.EqualsToken, EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }) => code.TypeOf(property.Type),
        (_, BinaryExpressionSyntax binary) => code.TypeOf(binary.Left),
        (SyntaxKind.IsKeyword or SyntaxKind.OrKeyword or SyntaxKind.NotKeyword, var node) =>
            code.TypeOf(node?.FirstAncestorOrSelf<IsPatternExpressionSyntax>()?.Expression),
        (SyntaxKind.CaseKeyword, var node) => code.TypeOf(node?.FirstAncestorOrSelf<SwitchStatementSyntax>()?.Expression),
        (SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken, SwitchExpressionSyntax choice) => code.TypeOf(choice.GoverningExpression),
        (SyntaxKind.ReturnKeyword, var node) => Returned(code, node),
        _ => null,
    };

    private static ITypeSymbol? Returned(Code code, SyntaxNode? node) =>
        node?.Ancestors().FirstOrDefault(it => it is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) is { } method
        && code.Model.GetDeclaredSymbol(method) is IMethodSymbol { ReturnsVoid: false } symbol ? symbol.ReturnType : null;

    private static ITypeSymbol Unwrap(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
