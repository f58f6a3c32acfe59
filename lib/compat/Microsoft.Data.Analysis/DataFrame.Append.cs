using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    public DataFrame Append(IEnumerable<DataFrameRow> rows, bool inPlace = false, CultureInfo cultureInfo = null)
    {
        var frame = inPlace ? this : Clone();
        // What is appended may be the frame's own rows.
        foreach (var row in rows.Select(row => row.GetValues().ToList()).ToList())
            frame.Append(row, inPlace: true, cultureInfo);
        return frame;
    }

    public DataFrame Append(IEnumerable<object> row = null, bool inPlace = false, CultureInfo cultureInfo = null)
    {
        var frame = inPlace ? this : Clone();
        var given = row?.ToList() ?? [];
        if (given.Count > frame.Columns.Count)
            throw new ArgumentException($"Parameter.Count exceeds the number of columns({Columns.Count}) in the DataFrame ", nameof(row));
        frame.AppendValues([.. frame.Columns.Select((column, i) => i < given.Count ? Converted(WithoutText(given[i], column), column, cultureInfo) : null)]);
        return frame;
    }

    public DataFrame Append(IEnumerable<KeyValuePair<string, object>> row, bool inPlace = false, CultureInfo cultureInfo = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        var frame = inPlace ? this : Clone();
        var values = new object[frame.Columns.Count];
        foreach (var (name, value) in row)
        {
            var column = frame.Columns[name];
            values[frame.Columns.IndexOf(name)] = Converted(value, column, cultureInfo);
        }

        frame.AppendValues(values);
        return frame;
    }

    // Converted before anything is changed, so that a value of the wrong kind leaves the frame as it was.
    private void AppendValues(object[] values)
    {
        foreach (var (column, value) in Columns.Zip(values))
        {
            column.Resize(column.Length + 1);
            column[column.Length - 1] = value;
        }

        Columns.RowCount++;
    }

    private static object Converted(object value, DataFrameColumn column, CultureInfo culture) =>
        value is null ? null : Convert.ChangeType(value, column.DataType, culture ?? CultureInfo.CurrentCulture);

    // No text is a null everywhere but among texts; the word null is one there as well.
    private static object WithoutText(object value, DataFrameColumn column) => value is string text
        && ((text.Length == 0 && column.DataType != typeof(string)) || text.Equals("null", StringComparison.OrdinalIgnoreCase))
            ? null
            : value;
}
