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

        List<long?> Numbers(long count) => [.. Enumerable.Range(0, (int)length).Select(row => row < count ? row : (long?)null)];
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
        var (left, right) = (RowKey.Of(this, leftJoinColumns), RowKey.Of(other, rightJoinColumns));
        RequireSameTypes(other, leftJoinColumns, rightJoinColumns);
        var pairs = leftLeads ? Pairs(left, right, joinAlgorithm) : Pairs(right, left, joinAlgorithm);
        var (leading, led) = (pairs.ConvertAll(pair => pair.Leading), pairs.ConvertAll(pair => pair.Led));
        return leftLeads ? Beside(other, leading, led, leftSuffix, rightSuffix) : Beside(other, led, leading, leftSuffix, rightSuffix);
    }

    // Rows without a partner stay, but for those with a null, and but for an inner join's.
    private static List<(long? Leading, long? Led)> Pairs(RowKey[] leading, RowKey[] led, JoinAlgorithm joinAlgorithm)
    {
        var pairs = new List<(long? Leading, long? Led)>();
        var partners = led.ToLookup(key => key);
        foreach (var key in leading)
        {
            if (partners.Contains(key))
                pairs.AddRange(partners[key].Select(partner => ((long?)key.Row, (long?)partner.Row)));
            else if (joinAlgorithm != JoinAlgorithm.Inner && !key.HasNull)
                pairs.Add((key.Row, null));
        }

        var known = leading.ToHashSet();
        if (joinAlgorithm == JoinAlgorithm.FullOuter)
            pairs.AddRange(led.Where(key => !key.HasNull && !known.Contains(key)).Select(key => ((long?)null, (long?)key.Row)));
        return pairs;
    }

    private void RequireSameTypes(DataFrame other, string[] leftJoinColumns, string[] rightJoinColumns)
    {
        foreach (var (left, right) in leftJoinColumns.Zip(rightJoinColumns, (left, right) => (Columns[left], other.Columns[right])))
        {
            if (left.DataType != right.DataType)
                throw new ArgumentException($"Expected column '{right.Name}' to hold values of type {left.DataType}, as '{left.Name}' does, found {right.DataType}");
        }
    }

    private DataFrame Beside(DataFrame other, IReadOnlyList<long?> rows, IReadOnlyList<long?> otherRows, string leftSuffix, string rightSuffix)
    {
        var frame = Take(rows);
        foreach (var column in other.Columns.Select(column => column.CloneRows(otherRows)))
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
