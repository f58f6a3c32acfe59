using System.Collections;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The first keys of a dictionary with their values.</summary>
internal static class Pairs
{
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="limit">How many pairs.</param>
    /// <param name="rest">What follows them, in words; empty where nothing does.</param>
    public static List<(object? Key, object? Value)> Of(object dictionary, int limit, out string rest)
    {
        var items = Items.Of(dictionary, limit);
        rest = items.RestText;
        return [.. items.First.Select(Split)];
    }

    private static (object? Key, object? Value) Split(object? item) => item switch
    {
        DictionaryEntry entry => (entry.Key, entry.Value),
        not null when Shape.Pair(item.GetType()) is var (key, value) => (key.GetValue(item), value.GetValue(item)),
        _ => (item, null),
    };
}
