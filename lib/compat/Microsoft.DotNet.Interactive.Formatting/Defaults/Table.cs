namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A sequence or dictionary as rows: a column for each member where all items are of one type that has some.</summary>
internal sealed class Table
{
    private Table(List<object?> keys, List<object?> items, string rest, string keyName, Member[]? columns, int hidden, bool isMixed)
    {
        Keys = keys;
        Items = items;
        Rest = rest;
        KeyName = keyName;
        Columns = columns;
        HiddenColumns = hidden;
        IsMixed = isMixed;
    }

    /// <summary>What stands before each row: its index, or the key.</summary>
    public List<object?> Keys { get; }

    public List<object?> Items { get; }

    /// <summary>What follows the rows, in words; empty where nothing does.</summary>
    public string Rest { get; }

    /// <summary><c>index</c> or <c>key</c>.</summary>
    public string KeyName { get; }

    /// <summary>The members that have a column; null where the items stand as they are.</summary>
    public Member[]? Columns { get; }

    /// <summary>How many members have none, for want of room.</summary>
    public int HiddenColumns { get; }

    /// <summary>Whether the items are of several types.</summary>
    public bool IsMixed { get; }

    public static Table OfItems(Items items, string mimeType) =>
        Of([.. Enumerable.Range(0, items.First.Count).Select(index => (object?)index)], items.First, items.RestText, "index", mimeType);

    public static Table OfPairs(object dictionary, string mimeType)
    {
        var pairs = Pairs.Of(dictionary, Limits.Of(Shape.Of(dictionary.GetType()).Element), out var rest);
        return Of([.. pairs.Select(pair => pair.Key)], [.. pairs.Select(pair => pair.Value)], rest, "key", mimeType);
    }

    private static Table Of(List<object?> keys, List<object?> items, string rest, string keyName, string mimeType)
    {
        var types = items.OfType<object>().Select(item => item.GetType()).Distinct().ToArray();
        Member[]? columns = null;
        if (types is [var type] && Shape.Of(type) is { Kind: Kind.Members, Members.Length: > 0 } shape && Registry.IsDefault(type, mimeType)
            && Registry.IsDefault(type, PlainTextFormatter.MimeType))
            columns = shape.Members;
        var isMixed = types.Length > 1 && !types.All(type => Shape.IsScalar(type));
        var shown = columns?.Length > Limits.Members ? columns[..Limits.Members] : columns;
        return new Table(keys, items, rest, keyName, shown, (columns?.Length ?? 0) - (shown?.Length ?? 0), isMixed);
    }
}
