using System.Collections.Concurrent;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How much of a value is shown.</summary>
internal static class Limits
{
    /// <summary>Columns of a table, and members of an object.</summary>
    public const int Members = 60;

    /// <summary>Characters of a text inside a table.</summary>
    public const int CellText = 2_000;

    /// <summary>Characters of a value in one line.</summary>
    public const int Line = 120;

    private static readonly ConcurrentDictionary<Type, int> ByType = new();

    /// <summary>Items of a sequence.</summary>
    /// <param name="element">Their type.</param>
    public static int Of(Type element) => ByType.TryGetValue(element, out var limit) ? limit : Formatter.ListExpansionLimit;

    public static void Set(Type element, int limit) => ByType[element] = limit;

    public static void Clear() => ByType.Clear();
}
