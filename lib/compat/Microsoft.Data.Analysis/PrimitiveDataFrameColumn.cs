using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T> : DataFrameColumn, IEnumerable<T?>
    where T : unmanaged
{
    // Where there is no value the default stands in its place.
    private T[] _values = [];
    private bool[] _valid = [];
    private long _nullCount;

    public PrimitiveDataFrameColumn(string name, IEnumerable<T?> values)
        : base(name, typeof(T))
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            Append(value);
    }

    public PrimitiveDataFrameColumn(string name, IEnumerable<T> values)
        : base(name, typeof(T))
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            Append(value);
    }

    public PrimitiveDataFrameColumn(string name, long length = 0)
        : base(name, typeof(T)) => Resize(length);

    public override long NullCount => _nullCount;

    public new T? this[long rowIndex]
    {
        get => Row(rowIndex) is var row && _valid[row] ? _values[row] : null;
        set
        {
            var row = Row(rowIndex);
            _nullCount += (_valid[row] ? 1 : 0) - (value.HasValue ? 1 : 0);
            (_values[row], _valid[row]) = (value.GetValueOrDefault(), value.HasValue);
        }
    }

    public new IReadOnlyList<T?> this[long startIndex, int length]
    {
        get
        {
            Row(startIndex);
            return [.. Enumerable.Range(0, (int)Math.Min(length, Length - startIndex)).Select(i => this[startIndex + i])];
        }
    }

    public void Append(T? value)
    {
        Reserve(Length + 1);
        (_values[Length], _valid[Length]) = (value.GetValueOrDefault(), value.HasValue);
        Length++;
        _nullCount += value.HasValue ? 0 : 1;
    }

    public void AppendMany(T? value, long count)
    {
        for (long i = 0; i < count; i++)
            Append(value);
    }

    public override bool IsValid(long index) => _valid[Row(index)];

    public override bool IsNumericColumn() => Arithmetic<T>.Instance is not null;

    public override bool HasDescription() => IsNumericColumn() || typeof(T) == typeof(DateTime);

    public IEnumerator<T?> GetEnumerator()
    {
        for (long row = 0; row < Length; row++)
            yield return this[row];
    }

    public new PrimitiveDataFrameColumn<T> Clone(long numberOfNullsToAppend = 0) => (PrimitiveDataFrameColumn<T>)CloneWithNulls(numberOfNullsToAppend);

    public new PrimitiveDataFrameColumn<T> Clone(DataFrameColumn mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0) =>
        (PrimitiveDataFrameColumn<T>)base.Clone(mapIndices, invertMapIndices, numberOfNullsToAppend);

    public new PrimitiveDataFrameColumn<T> Sort(bool ascending = true, bool putNullValuesLast = true) =>
        (PrimitiveDataFrameColumn<T>)base.Sort(ascending, putNullValuesLast);

    public new PrimitiveDataFrameColumn<T> DropNulls() => (PrimitiveDataFrameColumn<T>)base.DropNulls();

    public PrimitiveDataFrameColumn<T> FillNulls(T value, bool inPlace = false)
    {
        var column = inPlace ? this : Clone();
        for (long row = 0; row < column.Length; row++)
            column[row] ??= value;
        return column;
    }

    public PrimitiveDataFrameColumn<T> Apply(Func<T, T> func, bool inPlace = false)
    {
        var column = inPlace ? this : Clone();
        for (long row = 0; row < column.Length; row++)
        {
            if (column[row] is { } value)
                column[row] = func(value);
        }

        return column;
    }

    public PrimitiveDataFrameColumn<T> Clamp(T min, T max, bool inPlace = false)
    {
        var order = Comparer<T>.Default;
        return Apply(value => order.Compare(value, min) < 0 ? min : order.Compare(value, max) > 0 ? max : value, inPlace);
    }

    public override DataFrameColumn Clamp<U>(U min, U max, bool inPlace = false) => Clamp(Of(min), Of(max), inPlace);

    public PrimitiveDataFrameColumn<T> Filter(T min, T max)
    {
        var order = Comparer<T>.Default;
        return new(Name, this.Where(value => value is { } number && order.Compare(number, min) >= 0 && order.Compare(number, max) <= 0));
    }

    public override DataFrameColumn Filter<U>(U min, U max) => Filter(Of(min), Of(max));

    public override DataFrame ValueCounts()
    {
        var groups = Groups.Of(this, out _);
        return new(
            new PrimitiveDataFrameColumn<T>("Values", groups.Select(group => group.Key)),
            new PrimitiveDataFrameColumn<long>("Counts", groups.Select(group => (long)group.Value.Count)));
    }

    internal virtual PrimitiveDataFrameColumn<T> NewColumn(string name) => new(name);

    internal T Stored(long rowIndex) => _values[Row(rowIndex)];

    internal override PrimitiveDataFrameColumn<TNumber> To<TNumber>()
    {
        var column = new PrimitiveDataFrameColumn<TNumber>(Name, Length);
        for (long row = 0; row < Length; row++)
            column[row] = _valid[row] ? Numbers.To<TNumber>(_values[row]) : null;
        return column;
    }

    internal override GroupBy GroupBy(int columnIndex, DataFrame parent) =>
        new GroupBy<T>(parent, columnIndex, Groups.Of(this, out _));

    internal override IReadOnlyList<long>[] Occurrences(DataFrameColumn other, out IReadOnlyList<long> otherNulls)
    {
        if (other is not PrimitiveDataFrameColumn<T> same)
            throw new ArgumentException($"Expected column to hold values of type {DataType}", nameof(other));
        var groups = Groups.Of(same, out otherNulls);
        return [.. this.Select(value => value is { } key && groups.TryGetValue(key, out var rows) ? (IReadOnlyList<long>)rows : null)];
    }

    internal override DataFrameColumn CloneRows(IEnumerable<long?> rows)
    {
        var column = NewColumn(Name);
        foreach (var row in rows)
            column.Append(row is { } index ? this[index] : null);
        return column;
    }

    internal override void Resize(long length)
    {
        if (length < Length)
            throw new ArgumentException("Cannot resize down", nameof(length));
        Reserve(length);
        _nullCount += length - Length;
        Length = length;
    }

    private protected override object GetValue(long rowIndex) => this[rowIndex];

    private protected override void SetValue(long rowIndex, object value) => this[rowIndex] = value switch
    {
        null => null,
        T typed => typed,
        _ => throw Words.ValueType(DataType, nameof(value)),
    };

    private protected override IEnumerator Enumerate() => GetEnumerator();

    private protected override DataFrameColumn CloneWithNulls(long count)
    {
        var column = NewColumn(Name);
        column._values = [.. _values.AsSpan(0, (int)Length)];
        column._valid = [.. _valid.AsSpan(0, (int)Length)];
        (column.Length, column._nullCount) = (Length, _nullCount);
        column.Resize(Length + count);
        return column;
    }

    private protected override DataFrameColumn FillNullsWith(object value, bool inPlace) => FillNulls(Of(value), inPlace);

    private protected override int Compare(int left, int right) => Comparer<T>.Default.Compare(_values[left], _values[right]);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static T Of(object value) => (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);

    private void Reserve(long length)
    {
        if (length <= _values.Length)
            return;
        var size = checked((int)Math.Max(length, Math.Min(Array.MaxLength, 2L * _values.Length)));
        Array.Resize(ref _values, size);
        Array.Resize(ref _valid, size);
    }
}
