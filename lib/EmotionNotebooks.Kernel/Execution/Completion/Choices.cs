using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>Collects what could stand at a place: what begins with what is there, in any case.</summary>
/// <param name="prefix">What is there.</param>
internal sealed class Choices(string prefix)
{
    private const int EditorBrowsableNever = 1;

    private readonly Dictionary<string, (CompletionItem Item, Rank Rank)> _items = new(StringComparer.Ordinal);

    /// <summary>Whether a name begins with what is there.</summary>
    public bool Fits(string name) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds one, unless there is one of its text or it does not fit.</summary>
    public void Add(string text, string kind, Rank rank, string signature = "")
    {
        if (Fits(text))
        {
            _items.TryAdd(text, (new CompletionItem(text, kind, signature), rank));
        }
    }

    /// <summary>Adds one, whatever it begins with.</summary>
    public void AddAnyway(string text, string kind, Rank rank, string signature) =>
        _items.TryAdd(text, (new CompletionItem(text, kind, signature), rank));

    /// <summary>Adds names; those that are one name's overloads, once.</summary>
    public void Add(IEnumerable<ISymbol> symbols)
    {
        foreach (var group in symbols.Where(it => it.CanBeReferencedByName && Fits(it.Name)).GroupBy(it => it.Name))
        {
            var seen = group.Where(it => !IsHidden(it)).ToImmutableArray();
            if (seen.Length > 0)
            {
                Add(Escape(group.Key), Symbols.Kind(seen[0]), Symbols.Rank(seen[0]), Symbols.Signature(seen));
            }
        }
    }

    /// <summary>All, best first.</summary>
    public IReadOnlyList<CompletionItem> ToList() =>
        [.. _items.Values
            .OrderBy(it => it.Item.Text.StartsWith(prefix, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(it => it.Rank)
            .ThenBy(it => it.Item.Text, StringComparer.OrdinalIgnoreCase)
            .Select(it => it.Item)];

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static bool IsHidden(ISymbol symbol) =>
        symbol.Locations.Any(it => it.IsInMetadata)
        && symbol.GetAttributes().Any(it =>
            it.AttributeClass?.Name == "EditorBrowsableAttribute" && it.ConstructorArguments is [{ Value: EditorBrowsableNever }]);
}
