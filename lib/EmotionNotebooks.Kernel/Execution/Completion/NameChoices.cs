using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>What could stand where no dot is: names in scope and words of the language.</summary>
internal static class NameChoices
{
    public static void Add(Code code, Choices choices)
    {
        var place = Places.Of(code);
        if (place is Place.Statement or Place.Expression or Place.Type)
        {
            ExpectedType.AddMembers(code, choices);
            Calls.AddNames(code, choices);
        }

        if (place is not (Place.Operator or Place.NewName))
        {
            var typesOnly = place is Place.Type or Place.Member;
            var inType = code.Before.Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any() ?? false;
            choices.Add(Visible.Names(code, choices.Fits).Where(it =>
                (!typesOnly || it is INamespaceOrTypeSymbol or IAliasSymbol)
                && (inType || it.ContainingType?.SpecialType != SpecialType.System_Object)
                && !IsLater(it, code)
                && !IsUncreatable(it, code)));
        }

        foreach (var word in Keywords.At(place, code))
        {
            choices.Add(word, "keyword", Rank.Keyword);
        }
    }

    // A variable is not there before it is declared.
    private static bool IsLater(ISymbol symbol, Code code) =>
        symbol is ILocalSymbol or IFieldSymbol { ContainingType.IsScriptClass: true }
        && symbol.Locations is [{ IsInSource: true } location]
        && location.SourceTree == code.Root.SyntaxTree
        && symbol.DeclaringSyntaxReferences is [var declared, ..]
        && declared.Span.End >= code.Start;

    private static bool IsUncreatable(ISymbol symbol, Code code) =>
        code.Before.IsKind(SyntaxKind.NewKeyword) && symbol is INamedTypeSymbol type && (type.IsStatic || type.TypeKind == TypeKind.Interface);
}
