using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>The rows of each value of a column; a row whose value is null is in no group.</summary>
public class GroupBy<TKey> : GroupBy
{
    private readonly DataFrame _dataFrame;
    private readonly int _keyIndex;
    private readonly Dictionary<TKey, ICollection<long>> _rows;

    internal GroupBy(DataFrame dataFrame, int keyIndex, Dictionary<TKey, ICollection<long>> rows)
    {
        _dataFrame = dataFrame;
        _keyIndex = keyIndex;
        _rows = rows;
    }

    public IEnumerable<IGrouping<TKey, DataFrameRow>> Groupings =>
        _rows.Select(group => new Grouping(group.Key, group.Value.Select(row => _dataFrame.Rows[row])));

    public override DataFrame Count(params string[] columnNames) =>
        Aggregate(columnNames, column => new PrimitiveDataFrameColumn<long>(column.Name, _rows.Values.Select(rows => rows.LongCount(column.IsValid))));

    public override DataFrame First(params string[] columnNames) => Aggregate(columnNames, column => column.CloneRows(Chosen(rows => rows.Take(1))));

    public override DataFrame Head(int numberOfRows) => Rows(rows => rows.Take(numberOfRows));

    public override DataFrame Tail(int numberOfRows) => Rows(rows => rows.TakeLast(numberOfRows));

    public override DataFrame Max(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Max(rows));

    public override DataFrame Min(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Min(rows));

    public override DataFrame Sum(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Sum(rows));

    public override DataFrame Mean(params string[] columnNames) => Aggregate(columnNames, column => new PrimitiveDataFrameColumn<double>(
        column.Name,
        _rows.Values.Select(rows => Convert.ToDouble(column.Sum(rows), CultureInfo.InvariantCulture) / rows.Count)));

    // One row for each group: the key, then each column's figure in a column of its own type.
    private DataFrame Aggregate(string[] columnNames, Func<DataFrameColumn, ICollection<long>, object> figure) => Aggregate(columnNames, column =>
    {
        var figures = column.CloneRows([]);
        foreach (var rows in _rows.Values)
        {
            figures.Resize(figures.Length + 1);
            figures[figures.Length - 1] = figure(column, rows);
        }

        return figures;
    });

    private DataFrame Aggregate(string[] columnNames, Func<DataFrameColumn, DataFrameColumn> figures)
    {
        var names = columnNames is null or [] ? _dataFrame.Columns.Select(column => column.Name) : columnNames;
        var key = _dataFrame.Columns[_keyIndex];
        return new([key.CloneRows(Chosen(rows => rows.Take(1))), .. names.Where(name => name != key.Name).Select(name => figures(_dataFrame.Columns[name]))]);
    }

    // The key moves to the front.
    private DataFrame Rows(Func<IEnumerable<long>, IEnumerable<long>> choose)
    {
        var key = _dataFrame.Columns[_keyIndex];
        return new([.. _dataFrame.Columns.OrderBy(column => !ReferenceEquals(column, key)).Select(column => column.CloneRows(Chosen(choose)))]);
    }

    private IEnumerable<long?> Chosen(Func<IEnumerable<long>, IEnumerable<long>> choose) =>
        _rows.Values.SelectMany(choose).Select(row => (long?)row);

    private sealed class Grouping(TKey key, IEnumerable<DataFrameRow> rows) : IGrouping<TKey, DataFrameRow>
    {
        public TKey Key => key;

        public IEnumerator<DataFrameRow> GetEnumerator() => rows.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
