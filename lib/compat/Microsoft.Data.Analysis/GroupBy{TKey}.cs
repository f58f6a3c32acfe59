using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>The rows of each value of a column; a row whose value is null is in no group.</summary>
public class GroupBy<TKey> : GroupBy
{
    private readonly DataFrame _dataFrame;
    private readonly DataFrameColumn _key;
    private readonly Dictionary<TKey, List<long>> _rows;

    internal GroupBy(DataFrame dataFrame, DataFrameColumn key)
    {
        _dataFrame = dataFrame;
        _key = key;
        _rows = Groups.Of<TKey>(key);
    }

    public IEnumerable<IGrouping<TKey, DataFrameRow>> Groupings =>
        _rows.Select(group => new Grouping(group.Key, group.Value.Select(row => _dataFrame.Rows[row])));

    public override DataFrame Count(params string[] columnNames) =>
        Aggregate(columnNames, column => new PrimitiveDataFrameColumn<long>(column.Name, _rows.Values.Select(rows => rows.LongCount(column.IsValid))));

    public override DataFrame First(params string[] columnNames) => Aggregate(columnNames, First);

    public override DataFrame Max(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Max(rows));

    public override DataFrame Min(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Min(rows));

    public override DataFrame Sum(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Sum(rows));

    public override DataFrame Mean(params string[] columnNames) => Aggregate(columnNames, column => new PrimitiveDataFrameColumn<double>(
        column.Name,
        _rows.Values.Select(rows => Convert.ToDouble(column.Sum(rows), CultureInfo.InvariantCulture) / rows.Count)));

    // One row for each group: the key, then each column's figure in a column of its own type.
    private DataFrame Aggregate(string[] columnNames, Func<DataFrameColumn, List<long>, object> figure) => Aggregate(columnNames, column =>
    {
        var figures = column.CloneRows(_rows.Select(_ => (long?)null));
        foreach (var (group, rows) in _rows.Values.Index())
            figures[group] = figure(column, rows);
        return figures;
    });

    private DataFrame Aggregate(string[] columnNames, Func<DataFrameColumn, DataFrameColumn> figures)
    {
        var names = columnNames is null or [] ? _dataFrame.Columns.Select(column => column.Name) : columnNames;
        return new([First(_key), .. names.Where(name => name != _key.Name).Select(name => figures(_dataFrame.Columns[name]))]);
    }

    private DataFrameColumn First(DataFrameColumn column) => column.CloneRows(_rows.Values.Select(rows => (long?)rows[0]));

    private sealed class Grouping(TKey key, IEnumerable<DataFrameRow> rows) : IGrouping<TKey, DataFrameRow>
    {
        public TKey Key => key;

        public IEnumerator<DataFrameRow> GetEnumerator() => rows.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
