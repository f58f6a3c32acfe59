using System.Collections.Immutable;
using EmotionNotebooks.Kernel.Execution.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EmotionNotebooks.Kernel.Execution.Scripts;

/// <summary>What a piece of code sees: immutable, so that completion reads it while a cell runs.</summary>
/// <param name="Previous">The submission before; null for the first one.</param>
/// <param name="Pending">References that the submissions before it do not have yet.</param>
/// <param name="Usings">The imports that the first one begins with.</param>
/// <param name="Imports">All imports so far.</param>
internal sealed record ScriptScope(
    CSharpCompilation? Previous, ImmutableArray<MetadataReference> Pending, ImmutableArray<string> Usings, ImmutableArray<Import> Imports)
{
    /// <summary>Puts a piece behind what it sees.</summary>
    public CSharpCompilation Compile(string assembly, string type, SyntaxTree tree) => CSharpCompilation.CreateScriptCompilation(
        assembly,
        tree,
        Pending,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: type,
            usings: Usings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            warningLevel: 0,
            concurrentBuild: false,
            nullableContextOptions: NullableContextOptions.Annotations),
        Previous,
        returnType: typeof(object));
}
