using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T> : DataFrameColumn, IEnumerable<T?>
    where T : unmanaged
{
    // Where there is no value the default stands in its place.
    private T[] _values = [];
    private bool[] _valid = [];

    public PrimitiveDataFrameColumn(string name, IEnumerable<T?> values)
        : base(name, typeof(T))
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            Append(value);
    }

    public PrimitiveDataFrameColumn(string name, IEnumerable<T> values)
        : this(name, values?.Select(value => (T?)value))
    {
    }

    public PrimitiveDataFrameColumn(string name, long length = 0)
        : base(name, typeof(T)) => Resize(length);

    public override long NullCount => _valid.Take((int)Length).Count(valid => !valid);

    public new T? this[long rowIndex]
    {
        get => Row(rowIndex) is var row && _valid[row] ? _values[row] : null;
        set
        {
            var row = Row(rowIndex);
            (_values[row], _valid[row]) = (value.GetValueOrDefault(), value.HasValue);
        }
    }

    public void Append(T? value)
    {
        Resize(Length + 1);
        this[Length - 1] = value;
    }

    public override bool IsNumericColumn() => Arithmetic<T>.Instance is not null;

    public IEnumerator<T?> GetEnumerator()
    {
        for (long row = 0; row < Length; row++)
            yield return this[row];
    }

    public new PrimitiveDataFrameColumn<T> Clone(long numberOfNullsToAppend = 0) => (PrimitiveDataFrameColumn<T>)base.Clone(numberOfNullsToAppend);

    public new PrimitiveDataFrameColumn<T> Sort(bool ascending = true, bool putNullValuesLast = true) =>
        (PrimitiveDataFrameColumn<T>)base.Sort(ascending, putNullValuesLast);

    public new PrimitiveDataFrameColumn<T> DropNulls() => (PrimitiveDataFrameColumn<T>)base.DropNulls();

    public PrimitiveDataFrameColumn<T> FillNulls(T value, bool inPlace = false) => Change(old => old ?? value, inPlace);

    public override DataFrameColumn FillNulls(object value, bool inPlace = false) =>
        FillNulls((T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture), inPlace);

    public PrimitiveDataFrameColumn<T> Apply(Func<T, T> func, bool inPlace = false) => Change(old => old is { } value ? func(value) : null, inPlace);

    internal virtual PrimitiveDataFrameColumn<T> NewColumn(string name) => new(name);

    internal override GroupBy GroupBy(DataFrame parent) => new GroupBy<T>(parent, this);

    internal override PrimitiveDataFrameColumn<T> CloneRows(IEnumerable<long?> rows)
    {
        var column = NewColumn(Name);
        foreach (var row in rows)
            column.Append(row is { } index ? this[index] : null);
        return column;
    }

    internal override void Resize(long length)
    {
        if (length > _values.Length)
        {
            var size = checked((int)Math.Max(length, Math.Min(Array.MaxLength, 2L * _values.Length)));
            Array.Resize(ref _values, size);
            Array.Resize(ref _valid, size);
        }

        Length = length;
    }

    /// <summary>The rows that are true, of a column of booleans.</summary>
    internal IEnumerable<long?> TrueRows() => this.Index().Where(it => it.Item is true).Select(it => (long?)it.Index);

    private protected override object GetValue(long rowIndex) => this[rowIndex];

    private protected override void SetValue(long rowIndex, object value) => this[rowIndex] = value switch
    {
        null => null,
        T typed => typed,
        _ => throw Words.ValueType(DataType, nameof(value)),
    };

    private protected override IEnumerator Enumerate() => GetEnumerator();

    private protected override int Compare(int left, int right) => Comparer<T>.Default.Compare(_values[left], _values[right]);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private PrimitiveDataFrameColumn<T> Change(Func<T?, T?> value, bool inPlace)
    {
        var column = inPlace ? this : Clone();
        for (long row = 0; row < column.Length; row++)
            column[row] = value(column[row]);
        return column;
    }
}
