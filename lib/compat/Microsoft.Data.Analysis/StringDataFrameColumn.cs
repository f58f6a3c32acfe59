using System.Collections;

namespace Microsoft.Data.Analysis;

public class StringDataFrameColumn : DataFrameColumn, IEnumerable<string>
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

    public static StringDataFrameColumn operator +(StringDataFrameColumn column, string value) => (StringDataFrameColumn)column.Add(value);

    public void Append(string value)
    {
        _values.Add(value);
        Length++;
    }

    public StringDataFrameColumn Apply(Func<string, string> func, bool inPlace = false) => Change(row => this[row] is { } value ? func(value) : null, inPlace);

    public IEnumerator<string> GetEnumerator() => _values.GetEnumerator();

    public new StringDataFrameColumn Clone(long numberOfNullsToAppend = 0) => (StringDataFrameColumn)base.Clone(numberOfNullsToAppend);

    public new StringDataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) =>
        (StringDataFrameColumn)base.Sort(ascending, putNullValuesLast);

    public new StringDataFrameColumn DropNulls() => (StringDataFrameColumn)base.DropNulls();

    public StringDataFrameColumn FillNulls(string value, bool inPlace = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Change(row => this[row] ?? value, inPlace);
    }

    public override DataFrameColumn FillNulls(object value, bool inPlace = false) =>
        FillNulls(value as string ?? throw Words.ValueType(typeof(string), nameof(value)), inPlace);

    internal override GroupBy GroupBy(DataFrame parent) => new GroupBy<string>(parent, this);

    internal override DataFrameColumn CloneRows(IEnumerable<long?> rows) =>
        new StringDataFrameColumn(Name, rows.Select(row => row is { } index ? this[index] : null));

    internal override void Resize(long length)
    {
        while (Length < length)
            Append(null);
    }

    private protected override DataFrameColumn Combine(Operation operation, DataFrameColumn column, bool inPlace)
    {
        if (operation != Operation.Add)
            return base.Combine(operation, column, inPlace);
        RequireLength(column);
        return Change(row => this[row] + column[row], inPlace);
    }

    private protected override BooleanDataFrameColumn Compare(Comparison comparison, DataFrameColumn column)
    {
        if (comparison is not (Comparison.Equals or Comparison.NotEquals))
            return base.Compare(comparison, column);
        RequireLength(column);
        return Answers(row => this[row] == column[row]?.ToString() == (comparison == Comparison.Equals));
    }

    private protected override object GetValue(long rowIndex) => this[rowIndex];

    private protected override void SetValue(long rowIndex, object value) =>
        this[rowIndex] = value is null or string ? (string)value : throw Words.ValueType(typeof(string), nameof(value));

    private protected override IEnumerator Enumerate() => GetEnumerator();

    private protected override int Compare(int left, int right) => Comparer<string>.Default.Compare(_values[left], _values[right]);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private StringDataFrameColumn Change(Func<long, string> value, bool inPlace)
    {
        var column = inPlace ? this : new StringDataFrameColumn(Name, Length);
        for (long row = 0; row < Length; row++)
            column[row] = value(row);
        return column;
    }
}
