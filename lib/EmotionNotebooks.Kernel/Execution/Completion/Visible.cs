using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>
/// What can be named at a place without a dot, and the extension methods there. The compiler's own list asks the imports of every submission
/// anew, which takes seconds after a thousand cells; here each import is asked once.
/// </summary>
internal static class Visible
{
    /// <summary>The names that fit.</summary>
    public static IEnumerable<ISymbol> Names(Code code, Func<string, bool> fits)
    {
        var compilation = code.Model.Compilation;
        var ofCell = code.Root.DescendantTokens()
            .Where(it => it.IsKind(SyntaxKind.IdentifierToken) && !it.Span.IsEmpty)
            .Select(it => it.ValueText)
            .Concat(Imports(code).Where(it => it.Alias is not null).Select(it => it.Alias!))
            .Distinct()
            .Where(fits)
            .SelectMany(it => code.Model.LookupSymbols(code.Start, name: it));
        return ofCell
            .Concat(OfEnclosingType(code))
            .Concat(Declared(code, fits))
            .Concat(Imports(code).SelectMany(it => it.Alias is null ? Imported(it, compilation) : []).Where(it => fits(it.Name) && IsAccessible(it)))
            .Concat(compilation.GlobalNamespace.GetMembers().Where(it => fits(it.Name) && IsAccessible(it)))
            .Distinct(SymbolEqualityComparer.Default);
    }

    /// <summary>The extension methods of a type that fit, as they are called on a value.</summary>
    public static IEnumerable<ISymbol> Extensions(Code code, ITypeSymbol type, Func<string, bool> fits)
    {
        var compilation = code.Model.Compilation;
        return Imports(code)
            .SelectMany(it => it.IsStatic
                ? compilation.GetTypesByMetadataName(it.Name)
                : NamespaceOf(it.Name, compilation)?.GetTypeMembers() ?? [])
            .Where(it => it.MightContainExtensionMethods && IsAccessible(it))
            .SelectMany(it => it.GetMembers())
            .Concat(Declared(code, fits))
            .OfType<IMethodSymbol>()
            .Where(it => it.IsExtensionMethod && fits(it.Name) && IsAccessible(it))
            .Select(it => it.ReduceExtensionMethod(type))
            .OfType<ISymbol>();
    }

    // Of what was declared again the newest.
    private static IEnumerable<ISymbol> Declared(Code code, Func<string, bool> fits)
    {
        var seen = new HashSet<string>();
        for (var submission = code.Scope.Previous; submission is not null; submission = submission.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            foreach (var group in submission.ScriptClass!.GetMembers().Where(it => it.CanBeReferencedByName && fits(it.Name)).GroupBy(it => it.Name))
            {
                if (seen.Add(group.Key))
                {
                    foreach (var member in group)
                    {
                        yield return member;
                    }
                }
            }
        }
    }

    private static ImmutableArray<ISymbol> OfEnclosingType(Code code) =>
        code.Before.Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault() is { } declaration
        && code.Model.GetDeclaredSymbol(declaration) is { } type
            ? code.Model.LookupSymbols(code.Start, type)
            : [];

    private static IEnumerable<Import> Imports(Code code) => code.Scope.Imports.Concat(code.Root.Usings.Select(Import.Of)).Distinct();

    private static IEnumerable<ISymbol> Imported(Import import, Compilation compilation) => import.IsStatic
        ? TypeOf(import.Name, compilation)?.GetMembers().Where(it => (it.IsStatic || it is ITypeSymbol) && it is not IMethodSymbol { IsExtensionMethod: true }) ?? []
        : NamespaceOf(import.Name, compilation)?.GetTypeMembers().AsEnumerable() ?? [];

    private static INamespaceSymbol? NamespaceOf(string name, Compilation compilation)
    {
        var space = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            if (space.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner)
            {
                return null;
            }

            space = inner;
        }

        return space;
    }

    private static INamedTypeSymbol? TypeOf(string name, Compilation compilation) =>
        compilation.GetTypesByMetadataName(name).FirstOrDefault(it => IsAccessible(it));

    // The compiler's own question goes through all references each time.
    private static bool IsAccessible(ISymbol symbol) =>
        symbol is INamespaceSymbol || symbol.DeclaredAccessibility == Accessibility.Public || symbol.ContainingType?.IsScriptClass == true;
}
