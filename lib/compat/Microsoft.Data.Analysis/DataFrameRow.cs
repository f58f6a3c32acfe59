using System.Collections;

namespace Microsoft.Data.Analysis;

public class DataFrameRow : IEnumerable<object>
{
    private readonly DataFrame _dataFrame;
    private readonly long _rowIndex;

    internal DataFrameRow(DataFrame dataFrame, long rowIndex)
    {
        _dataFrame = dataFrame;
        _rowIndex = rowIndex;
    }

    public object this[int index]
    {
        get => _dataFrame.Columns[index][_rowIndex];
        set => _dataFrame.Columns[index][_rowIndex] = value;
    }

    public object this[string columnName]
    {
        get => _dataFrame[columnName][_rowIndex];
        set => _dataFrame[columnName][_rowIndex] = value;
    }

    public IEnumerator<object> GetEnumerator() => _dataFrame.Columns.Select(column => column[_rowIndex]).GetEnumerator();

    public IEnumerable<KeyValuePair<string, object>> GetValues() =>
        _dataFrame.Columns.Select(column => new KeyValuePair<string, object>(column.Name, column[_rowIndex]));

    public override string ToString() => string.Concat(this.Select(value => $"{value?.ToString() ?? "null"} "));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
