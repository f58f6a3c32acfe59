using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace EmotionNotebooks.Kernel.Execution.Scripts;

/// <summary>A piece of a cell that is no C#.</summary>
/// <param name="errors">The compiler's errors, at least one.</param>
internal sealed class CompilationFailedException(ImmutableArray<Diagnostic> errors) : Exception(errors[0].GetMessage())
{
    public ImmutableArray<Diagnostic> Errors { get; } = errors;
}
