namespace Microsoft.Data.Analysis;

/// <summary>The rows of each value of a column, values in the order of their first rows.</summary>
internal static class Groups
{
    public static Dictionary<T, ICollection<long>> Of<T>(PrimitiveDataFrameColumn<T> column, out IReadOnlyList<long> nulls)
        where T : unmanaged => Of(column.Select(value => (value.HasValue, value.GetValueOrDefault())), out nulls);

    public static Dictionary<string, ICollection<long>> Of(StringDataFrameColumn column, out IReadOnlyList<long> nulls) =>
        Of(column.Select(value => (value is not null, value)), out nulls);

    private static Dictionary<T, ICollection<long>> Of<T>(IEnumerable<(bool Valid, T Value)> values, out IReadOnlyList<long> nulls)
    {
        var groups = new Dictionary<T, ICollection<long>>();
        var without = new List<long>();
        foreach (var (row, (valid, value)) in values.Index())
        {
            if (!valid)
                without.Add(row);
            else if (groups.TryGetValue(value, out var rows))
                rows.Add(row);
            else
                groups.Add(value, new List<long> { row });
        }

        nulls = without;
        return groups;
    }
}
