using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>A using directive.</summary>
/// <param name="Name">The namespace or the type.</param>
/// <param name="IsStatic">Whether it is a type, whose members are imported.</param>
/// <param name="Alias">The name that it is given; null where it keeps its own.</param>
internal sealed record Import(string Name, bool IsStatic = false, string? Alias = null)
{
    public static Import Of(UsingDirectiveSyntax directive) => new(
        directive.NamespaceOrType.ToString(), directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword), directive.Alias?.Name.Identifier.ValueText);
}
