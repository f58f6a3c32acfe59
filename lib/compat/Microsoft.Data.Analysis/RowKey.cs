namespace Microsoft.Data.Analysis;

/// <summary>A row's values in the columns that a merge compares. Rows with a null are all alike, in the package too.</summary>
internal sealed class RowKey : IEquatable<RowKey>
{
    private readonly object[] _values;

    private RowKey(long row, object[] values)
    {
        Row = row;
        _values = values;
    }

    public long Row { get; }

    public bool HasNull => _values.Contains(null);

    public static RowKey[] Of(DataFrame frame, string[] names)
    {
        DataFrameColumn[] columns = [.. names.Select(name => frame.Columns[name])];
        return [.. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => new RowKey(row, [.. columns.Select(column => column[row])]))];
    }

    public bool Equals(RowKey other) => HasNull ? other.HasNull : !other.HasNull && _values.SequenceEqual(other._values);

    public override bool Equals(object obj) => obj is RowKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in HasNull ? [] : _values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}
