using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>What could follow <c>using</c>.</summary>
internal static partial class UsingChoices
{
    /// <summary>Adds it; false where the place follows no <c>using</c>.</summary>
    public static bool Add(Code code, Choices choices)
    {
        if (UsingLine().Match(code.Line) is not { Success: true } line)
        {
            return false;
        }

        INamespaceOrTypeSymbol? container = code.Model.Compilation.GlobalNamespace;
        foreach (var name in line.Groups["names"].Value.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            container = container?.GetMembers(name).OfType<INamespaceOrTypeSymbol>().FirstOrDefault();
        }

        var takesTypes = line.Groups["static"].Success || line.Groups["alias"].Success;
        choices.Add(container?.GetMembers().Where(it =>
            it is INamespaceSymbol || takesTypes && it is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public }) ?? []);
        if (line.Groups["names"].Length == 0 && !takesTypes)
        {
            choices.Add("static", "keyword", Rank.Keyword);
            choices.Add("var", "keyword", Rank.Keyword);
        }

        return true;
    }

    [GeneratedRegex(@"^\s*(global\s+)?using\s+(?<static>static\s+)?(?<alias>\w+\s*=\s*)?(?<names>(\w+\s*\.\s*)*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex UsingLine();
}
