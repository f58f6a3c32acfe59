namespace Microsoft.Data.Analysis;

/// <summary>The rows of each value of a column, values in the order of their first rows.</summary>
internal static class Groups
{
    public static Dictionary<TKey, List<long>> Of<TKey>(DataFrameColumn column)
    {
        var groups = new Dictionary<TKey, List<long>>();
        for (long row = 0; row < column.Length; row++)
        {
            if (column[row] is not TKey key)
                continue;
            if (!groups.TryGetValue(key, out var rows))
                groups.Add(key, rows = []);
            rows.Add(row);
        }

        return groups;
    }
}
