namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>What a set of packages brings.</summary>
/// <param name="Assemblies">The .NET libraries, by path.</param>
/// <param name="Natives">The native libraries of this machine's kind, by path.</param>
internal sealed record RestoredPackages(IReadOnlyList<string> Assemblies, IReadOnlyList<string> Natives);
