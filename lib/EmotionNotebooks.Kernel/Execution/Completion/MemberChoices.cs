using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>What could follow a dot.</summary>
internal static class MemberChoices
{
    /// <summary>Adds it; false where the place follows no dot.</summary>
    public static bool Add(Code code, Choices choices)
    {
        if (!code.Before.IsKind(SyntaxKind.DotToken) && !code.Before.IsKind(SyntaxKind.ColonColonToken) && !code.Before.IsKind(SyntaxKind.MinusGreaterThanToken))
        {
            return false;
        }

        switch (code.Before.Parent)
        {
            case MemberAccessExpressionSyntax access:
                Add(code, access.Expression, choices);
                break;
            case QualifiedNameSyntax name:
                Add(code, name.Left, choices);
                break;
            case AliasQualifiedNameSyntax name:
                Add(code, name.Alias, choices);
                break;
            case MemberBindingExpressionSyntax binding
                when binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(it => it.WhenNotNull.Span.Contains(binding.Span)) is { } access:
                AddOfValue(code, Unwrap(code.TypeOf(access.Expression)), choices);
                break;
        }

        return true;
    }

    private static void Add(Code code, ExpressionSyntax before, Choices choices)
    {
        var symbol = code.Model.GetSymbolInfo(before).Symbol;
        var type = code.TypeOf(before);
        if (symbol is null && type is null)
        {
            // Read as a type's name where a value was meant.
            var expression = SyntaxFactory.ParseExpression(before.ToString());
            symbol = code.Model.GetSpeculativeSymbolInfo(code.Start, expression, SpeculativeBindingOption.BindAsExpression).Symbol;
            type = code.Model.GetSpeculativeTypeInfo(code.Start, expression, SpeculativeBindingOption.BindAsExpression).Type;
        }

        switch (symbol is IAliasSymbol alias ? alias.Target : symbol)
        {
            case INamespaceSymbol space:
                choices.Add(code.Model.LookupNamespacesAndTypes(code.Start, space));
                break;
            case ITypeSymbol named:
                AddOfType(code, named, choices);
                break;
            case not (null or IMethodSymbol) when before is IdentifierNameSyntax name && type?.Name == name.Identifier.ValueText: // Color Color
                AddOfType(code, type!, choices);
                AddOfValue(code, type, choices);
                break;
            default:
                AddOfValue(code, type, choices);
                break;
        }
    }

    private static void AddOfType(Code code, ITypeSymbol type, Choices choices) =>
        choices.Add(code.Model.LookupSymbols(code.Start, type)
            .Where(it => it.IsStatic || it is ITypeSymbol || it is IFieldSymbol { IsConst: true }));

    private static void AddOfValue(Code code, ITypeSymbol? type, Choices choices)
    {
        if (type is IPointerTypeSymbol pointer)
        {
            type = code.Before.IsKind(SyntaxKind.MinusGreaterThanToken) ? pointer.PointedAtType : null;
        }

        if (type is not (null or IErrorTypeSymbol or { SpecialType: SpecialType.System_Void }))
        {
            choices.Add(code.Model.LookupSymbols(code.Start, type)
                .Where(it => !it.IsStatic && it is not ITypeSymbol)
                .Concat(Visible.Extensions(code, type, choices.Fits)));
        }
    }

    private static ITypeSymbol? Unwrap(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
