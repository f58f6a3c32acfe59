using System.Collections;

namespace Microsoft.Data.Analysis;

public partial class StringDataFrameColumn : DataFrameColumn, IEnumerable<string>
{
    private readonly List<string> _values = [];

    public StringDataFrameColumn(string name, long length = 0)
        : base(name, typeof(string)) => Resize(length);

    public StringDataFrameColumn(string name, IEnumerable<string> values)
        : base(name, typeof(string))
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            Append(value);
    }

    public override long NullCount => _values.LongCount(value => value is null);

    public new string this[long rowIndex]
    {
        get => _values[Row(rowIndex)];
        set => _values[Row(rowIndex)] = value;
    }

    public new List<string> this[long startIndex, int length] => _values.GetRange(Row(startIndex), (int)Math.Min(length, Length - startIndex));

    public void Append(string value)
    {
        _values.Add(value);
        Length++;
    }

    public StringDataFrameColumn Apply(Func<string, string> func, bool inPlace = false)
    {
        var column = inPlace ? this : Clone();
        for (var row = 0; row < column._values.Count; row++)
        {
            if (column._values[row] is { } value)
                column._values[row] = func(value);
        }

        return column;
    }

    public IEnumerator<string> GetEnumerator() => _values.GetEnumerator();

    public new StringDataFrameColumn Clone(long numberOfNullsToAppend = 0) => (StringDataFrameColumn)CloneWithNulls(numberOfNullsToAppend);

    public new StringDataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) =>
        (StringDataFrameColumn)base.Sort(ascending, putNullValuesLast);

    public new StringDataFrameColumn DropNulls() => (StringDataFrameColumn)base.DropNulls();

    public StringDataFrameColumn FillNulls(string value, bool inPlace = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        var column = inPlace ? this : Clone();
        for (var row = 0; row < column._values.Count; row++)
            column._values[row] ??= value;
        return column;
    }

    public override DataFrame ValueCounts()
    {
        var groups = Groups.Of(this, out _);
        return new(
            new StringDataFrameColumn("Values", groups.Keys),
            new PrimitiveDataFrameColumn<long>("Counts", groups.Values.Select(rows => (long)rows.Count)));
    }

    internal override GroupBy GroupBy(int columnIndex, DataFrame parent) => new GroupBy<string>(parent, columnIndex, Groups.Of(this, out _));

    internal override IReadOnlyList<long>[] Occurrences(DataFrameColumn other, out IReadOnlyList<long> otherNulls)
    {
        if (other is not StringDataFrameColumn same)
            throw new ArgumentException($"Expected column to hold values of type {DataType}", nameof(other));
        var groups = Groups.Of(same, out otherNulls);
        return [.. _values.Select(value => value is not null && groups.TryGetValue(value, out var rows) ? (IReadOnlyList<long>)rows : null)];
    }

    internal override DataFrameColumn CloneRows(IEnumerable<long?> rows) =>
        new StringDataFrameColumn(Name, rows.Select(row => row is { } index ? this[index] : null));

    internal override void Resize(long length)
    {
        if (length < Length)
            throw new ArgumentException("Cannot resize down", nameof(length));
        while (Length < length)
            Append(null);
    }

    private protected override object GetValue(long rowIndex) => this[rowIndex];

    private protected override void SetValue(long rowIndex, object value) =>
        this[rowIndex] = value is null or string ? (string)value : throw Words.ValueType(typeof(string), nameof(value));

    private protected override IEnumerator Enumerate() => GetEnumerator();

    private protected override DataFrameColumn CloneWithNulls(long count) =>
        new StringDataFrameColumn(Name, _values.Concat(Enumerable.Repeat<string>(null, (int)count)));

    private protected override DataFrameColumn FillNullsWith(object value, bool inPlace) =>
        value is string text ? FillNulls(text, inPlace) : throw Words.ValueType(typeof(string), nameof(value));

    private protected override int Compare(int left, int right) => Comparer<string>.Default.Compare(_values[left], _values[right]);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
