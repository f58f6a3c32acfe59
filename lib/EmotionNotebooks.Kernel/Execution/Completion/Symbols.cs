using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>Says what a name is.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat MemberFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat QualifiedMemberFormat =
        MemberFormat.AddMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    /// <summary>What it is, in Jupyter's words.</summary>
    public static string Kind(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => Kind(alias.Target),
        IMethodSymbol => "function",
        INamespaceSymbol => "module",
        ITypeSymbol => "class",
        IParameterSymbol => "param",
        IFieldSymbol { ContainingType: { IsScriptClass: false, TypeKind: not TypeKind.Enum } } or IPropertySymbol or IEventSymbol => "property",
        _ => "instance",
    };

    public static Rank Rank(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => Rank(alias.Target),
        INamespaceSymbol => Completion.Rank.Far,
        ITypeSymbol => Completion.Rank.Type,
        _ => Completion.Rank.Near,
    };

    /// <summary>How it is declared; of several overloads, the first one.</summary>
    public static string Signature(ImmutableArray<ISymbol> overloads)
    {
        var more = overloads.Count(it => it is IMethodSymbol) - 1;
        return Signature(overloads[0]) + (more switch { <= 0 => "", 1 => " + 1 overload", _ => $" + {more} overloads" });
    }

    /// <summary>How it is declared.</summary>
    /// <param name="symbol">The name.</param>
    /// <param name="qualified">With the type that it belongs to.</param>
    public static string Signature(ISymbol symbol, bool qualified = false) => symbol switch
    {
        IAliasSymbol alias => Signature(alias.Target),
        INamespaceOrTypeSymbol => symbol.ToDisplayString(TypeFormat),
        _ => symbol.ToDisplayString(qualified && IsMember(symbol) ? QualifiedMemberFormat : MemberFormat),
    };

    private static bool IsMember(ISymbol symbol) =>
        symbol is not (ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.LocalFunction })
        && symbol.ContainingType is { IsScriptClass: false };
}
