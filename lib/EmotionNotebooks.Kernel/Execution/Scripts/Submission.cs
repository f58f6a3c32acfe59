using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmotionNotebooks.Kernel.Execution.Scripts;

/// <summary>A piece of a cell, compiled and loaded.</summary>
/// <param name="Compilation">What the next one sees of it.</param>
/// <param name="Type">The class that its declarations became; null where there are none.</param>
/// <param name="HasValue">Whether it ends with an expression that is shown.</param>
internal sealed record Submission(CSharpCompilation Compilation, Type? Type, bool HasValue)
{
    /// <summary>The object that holds its variables; null until it has run.</summary>
    public object? Instance { get; set; }

    /// <summary>Its variables.</summary>
    public IEnumerable<FieldInfo> Variables =>
        (Type?.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) ?? [])
            .Where(it => !it.Name.StartsWith('<'));

    /// <summary>The names of variables that begin with something to be computed, not with a plain value.</summary>
    public IReadOnlySet<string> ComputedVariables() =>
        Compilation.SyntaxTrees.Single().GetCompilationUnitRoot().Members
            .OfType<FieldDeclarationSyntax>()
            .SelectMany(it => it.Declaration.Variables)
            .Where(it => it.Initializer?.Value is not (null or LiteralExpressionSyntax or DefaultExpressionSyntax))
            .Select(it => it.Identifier.ValueText)
            .ToHashSet();
}
