namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    /// <summary>Rows beside each other by their numbers.</summary>
    public DataFrame Join(DataFrame other, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        var length = joinAlgorithm switch
        {
            JoinAlgorithm.Left => Rows.Count,
            JoinAlgorithm.Right => other.Rows.Count,
            JoinAlgorithm.FullOuter => Math.Max(Rows.Count, other.Rows.Count),
            _ => Math.Min(Rows.Count, other.Rows.Count),
        };
        return Beside(other, Numbers(Rows.Count), Numbers(other.Rows.Count), leftSuffix, rightSuffix);

        PrimitiveDataFrameColumn<long> Numbers(long count) => new("Rows", Enumerable.Range(0, (int)length).Select(row => row < count ? row : (long?)null));
    }

    public DataFrame Merge<TKey>(
        DataFrame other, string leftJoinColumn, string rightJoinColumn, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left) =>
        Merge(other, [leftJoinColumn], [rightJoinColumn], leftSuffix, rightSuffix, joinAlgorithm);

    /// <summary>Rows beside each other whose values agree in the columns named; nulls agree with nulls.</summary>
    public DataFrame Merge(
        DataFrame other, string[] leftJoinColumns, string[] rightJoinColumns, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(leftJoinColumns);
        ArgumentNullException.ThrowIfNull(rightJoinColumns);
        if (leftJoinColumns.Length != rightJoinColumns.Length)
            throw new ArgumentException("Array lengths are mistmached", nameof(leftJoinColumns));

        // The side whose rows lead; an inner join looks the smaller side up in the larger one's order.
        var leftLeads = joinAlgorithm is JoinAlgorithm.Left or JoinAlgorithm.FullOuter || (joinAlgorithm == JoinAlgorithm.Inner && Rows.Count > other.Rows.Count);
        var (leading, led) = leftLeads ? (Key(this, leftJoinColumns), Key(other, rightJoinColumns)) : (Key(other, rightJoinColumns), Key(this, leftJoinColumns));
        var leadingRows = new PrimitiveDataFrameColumn<long>("Rows");
        var ledRows = new PrimitiveDataFrameColumn<long>("Rows");
        MatchRows(leading, led, keepUnmatched: joinAlgorithm != JoinAlgorithm.Inner, leadingRows, ledRows);
        if (joinAlgorithm == JoinAlgorithm.FullOuter)
            AppendUnmatched(led, leadingRows, ledRows);
        return leftLeads ? Beside(other, leadingRows, ledRows, leftSuffix, rightSuffix) : Beside(other, ledRows, leadingRows, leftSuffix, rightSuffix);
    }

    private static DataFrameColumn[] Key(DataFrame frame, string[] names) => [.. names.Select(name => frame.Columns[name])];

    private static void MatchRows(
        DataFrameColumn[] leading, DataFrameColumn[] led, bool keepUnmatched, PrimitiveDataFrameColumn<long> leadingRows, PrimitiveDataFrameColumn<long> ledRows)
    {
        var nulls = new SortedSet<long>();
        var matches = leading.Zip(led, (left, right) =>
        {
            var rows = left.Occurrences(right, out var without);
            nulls.UnionWith(without);
            return rows;
        }).ToList();
        for (var row = 0; row < leading[0].Length; row++)
        {
            if (leading.Any(column => !column.IsValid(row)))
            {
                Add(row, nulls.Select(partner => (long?)partner));
                continue;
            }

            var common = matches.Select(match => match[row] ?? []).Aggregate((IEnumerable<long> all, IEnumerable<long> next) => all.Intersect(next)).ToList();
            if (common.Count > 0)
                Add(row, common.Select(partner => (long?)partner));
            else if (keepUnmatched)
                Add(row, [null]);
        }

        void Add(long row, IEnumerable<long?> partners)
        {
            foreach (var partner in partners)
            {
                leadingRows.Append(row);
                ledRows.Append(partner);
            }
        }
    }

    private static void AppendUnmatched(DataFrameColumn[] led, PrimitiveDataFrameColumn<long> leadingRows, PrimitiveDataFrameColumn<long> ledRows)
    {
        var matched = ledRows.ToHashSet();
        for (long row = 0; row < led[0].Length; row++)
        {
            if (matched.Contains(row) || led.Any(column => !column.IsValid(row)))
                continue;
            leadingRows.Append(null);
            ledRows.Append(row);
        }
    }

    private DataFrame Beside(DataFrame other, PrimitiveDataFrameColumn<long> rows, PrimitiveDataFrameColumn<long> otherRows, string leftSuffix, string rightSuffix)
    {
        var frame = Rowwise(rows);
        foreach (var column in other.Columns.Select(column => column.Clone(otherRows)))
        {
            while (frame.Columns.IndexOf(column.Name) is var same and >= 0)
            {
                frame.Columns[same].SetName(column.Name + leftSuffix);
                column.SetName(column.Name + rightSuffix);
            }

            frame.Columns.Add(column);
        }

        return frame;
    }
}
