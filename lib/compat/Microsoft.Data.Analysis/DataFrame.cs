using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    internal const int RowsInPreview = 25;

    public DataFrame(IEnumerable<DataFrameColumn> columns)
    {
        Columns = new(columns);
        Rows = new(this);
    }

    public DataFrame(params DataFrameColumn[] columns)
        : this((IEnumerable<DataFrameColumn>)columns)
    {
    }

    public DataFrameColumnCollection Columns { get; }

    public DataFrameRowCollection Rows { get; }

    public object this[long rowIndex, int columnIndex]
    {
        get => Columns[columnIndex][rowIndex];
        set => Columns[columnIndex][rowIndex] = value;
    }

    public DataFrameColumn this[string columnName]
    {
        get => Columns[columnName];
        set => Columns[columnName] = value;
    }

    public DataFrame this[PrimitiveDataFrameColumn<bool> rowFilter] => Filter(rowFilter);

    public DataFrame this[IEnumerable<int> rowIndices] => Take(rowIndices.Select(row => (long?)row));

    public DataFrame Filter(PrimitiveDataFrameColumn<bool> filter) => filter.Length > Rows.Count
        ? throw new ArgumentException($"The filter has {filter.Length} rows, more than the data frame, which has {Rows.Count}", nameof(filter))
        : Take(filter.TrueRows());

    public DataFrame Head(int numberOfRows) => this[Enumerable.Range(0, numberOfRows)];

    public DataFrame Tail(int numberOfRows) => this[Enumerable.Range((int)Rows.Count - numberOfRows, numberOfRows)];

    public DataFrame Clone() => new(Columns.Select(column => column.Clone()));

    public DataFrame Info() => Columns.Count == 0
        ? new DataFrame()
        : new([new StringDataFrameColumn("Info", ["DataType", Words.Length]), .. Columns.Select(Info)]);

    public DataFrame Description()
    {
        var columns = Columns.Where(column => column.HasDescription()).Select(column => column.Description()).ToList();
        if (columns.Count > 0)
            columns.Insert(0, new StringDataFrameColumn("Description", [Words.Length, "Max", "Min", "Mean"]));
        return new(columns);
    }

    public DataFrame OrderBy(string columnName, bool ascending = true, bool putNullValuesLast = true) =>
        Take(Columns[columnName].SortedRows(ascending, putNullValuesLast));

    public DataFrame OrderByDescending(string columnName, bool putNullValuesLast = true) => OrderBy(columnName, false, putNullValuesLast);

    public DataFrame Sample(int numberOfRows)
    {
        if (numberOfRows > Rows.Count)
            throw new ArgumentException($"Parameter.Count exceeds the number of rows({Rows.Count}) in the DataFrame ", nameof(numberOfRows));
        var rows = Enumerable.Range(0, (int)Rows.Count).ToArray();
        Random.Shared.Shuffle(rows);
        return this[rows.Take(numberOfRows)];
    }

    public GroupBy GroupBy(string columnName) => Columns[columnName].GroupBy(this);

    public GroupBy<TKey> GroupBy<TKey>(string columnName) => GroupBy(columnName) as GroupBy<TKey> ?? throw new InvalidCastException(
        $"Cannot cast elements of column '{columnName}' type of {this[columnName].DataType} to type {typeof(TKey)} used as TKey in grouping ");

    public DataFrame DropNulls(DropNullOptions options = DropNullOptions.Any) => this[Enumerable.Range(0, (int)Rows.Count)
        .Where(row => options == DropNullOptions.Any ? Columns.All(column => column.IsValid(row)) : Columns.Any(column => column.IsValid(row)))];

    public DataFrame FillNulls(object value, bool inPlace = false)
    {
        var frame = inPlace ? this : Clone();
        foreach (var column in frame.Columns)
            column.FillNulls(value, inPlace: true);
        return frame;
    }

    public override string ToString() => ToString(RowsInPreview);

    public string ToString(long rowsToShow)
    {
        var width = Math.Max(10, Columns.Select(column => column.Name.Length + 1).DefaultIfEmpty().Max());
        var text = new StringBuilder();
        foreach (var column in Columns)
            text.Append(column.Name.PadRight(width));
        text.AppendLine();
        for (long row = 0; row < Math.Min(Rows.Count, rowsToShow); row++)
        {
            foreach (var value in Rows[row])
                text.Append((value ?? "null").ToString().PadRight(width));
            text.AppendLine();
        }

        if (rowsToShow < Rows.Count)
            text.AppendLine(CultureInfo.InvariantCulture, $"  ... {rowsToShow} of total {Rows.Count}");
        return text.ToString();
    }

    private static StringDataFrameColumn Info(DataFrameColumn column) =>
        new(column.Name, [column.DataType.ToString(), (column.Length - column.NullCount).ToString(CultureInfo.InvariantCulture)]);

    private DataFrame Take(IEnumerable<long?> rows)
    {
        List<long?> chosen = [.. rows];
        return new(Columns.Select(column => column.CloneRows(chosen)));
    }
}
