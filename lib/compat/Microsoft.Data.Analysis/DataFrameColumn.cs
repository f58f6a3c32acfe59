using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Microsoft.Data.Analysis;

public abstract partial class DataFrameColumn : IEnumerable
{
    private protected DataFrameColumn(string name, Type type)
    {
        Name = name;
        DataType = type;
    }

    public abstract long NullCount { get; }

    public long Length { get; private protected set; }

    public string Name { get; private set; }

    public Type DataType { get; }

    /// <summary>The data frames that it stands in, where no other column may take its name.</summary>
    internal HashSet<DataFrameColumnCollection> Owners { get; } = [];

    public object this[long rowIndex]
    {
        get => GetValue(rowIndex);
        set => SetValue(rowIndex, value);
    }

    public IReadOnlyList<object> this[long startIndex, int length] =>
        [.. Enumerable.Range(0, (int)Math.Min(length, Length - startIndex)).Select(i => GetValue(startIndex + i))];

    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T?> values)
        where T : unmanaged => new(name, values);

    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T> values)
        where T : unmanaged => new(name, values);

    public static StringDataFrameColumn Create(string name, IEnumerable<string> values) => new(name, values);

    public void SetName(string newName)
    {
        foreach (var owner in Owners)
            owner.RequireFree(this, newName);
        Name = newName;
    }

    public virtual bool IsValid(long index) => this[index] is not null;

    public DataFrameColumn Clone(long numberOfNullsToAppend = 0) => CloneWithNulls(numberOfNullsToAppend);

    public DataFrameColumn Clone(DataFrameColumn mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0)
    {
        if (mapIndices is null)
            return CloneWithNulls(numberOfNullsToAppend);
        var rows = mapIndices switch
        {
            PrimitiveDataFrameColumn<bool> filter when filter.Length > Length => throw new ArgumentException("MapIndices exceeds column length", nameof(mapIndices)),
            PrimitiveDataFrameColumn<bool> filter => Chosen(filter),
            PrimitiveDataFrameColumn<int> indices => indices.Select(index => (long?)index),
            PrimitiveDataFrameColumn<long> indices => indices,
            _ => throw new ArgumentException($"Expected value to be of type {typeof(long)}, {typeof(int)} or {typeof(bool)}", nameof(mapIndices)),
        };
        if (invertMapIndices && mapIndices is not PrimitiveDataFrameColumn<bool>)
            rows = rows.Reverse();
        var clone = CloneRows(rows);
        if (numberOfNullsToAppend > 0)
            clone.Resize(clone.Length + numberOfNullsToAppend);
        return clone;
    }

    public DataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) => Clone(SortIndices(ascending, putNullValuesLast));

    public abstract DataFrame ValueCounts();

    public virtual DataFrameColumn FillNulls(object value, bool inPlace = false) => FillNullsWith(value, inPlace);

    public virtual DataFrameColumn DropNulls() => Clone(ElementwiseIsNotNull());

    public virtual DataFrameColumn Clamp<U>(U min, U max, bool inPlace = false) => throw new NotSupportedException();

    public virtual DataFrameColumn Filter<U>(U min, U max) => throw new NotSupportedException();

    public virtual bool IsNumericColumn() => false;

    public virtual bool HasDescription() => false;

    public virtual StringDataFrameColumn Info() =>
        new(Name, [DataType.ToString(), (Length - NullCount).ToString(CultureInfo.InvariantCulture)]);

    public virtual DataFrameColumn Description() => throw Words.NotFor(this, nameof(Description));

    public override string ToString() => ToString(DataFrame.RowsInPreview);

    public string ToString(long rowsToShow)
    {
        var text = new StringBuilder(Name);
        for (long row = 0; row < Math.Min(Length, rowsToShow); row++)
            text.Append(this[row] ?? "null").AppendLine();
        if (rowsToShow < Length)
            text.AppendLine(CultureInfo.InvariantCulture, $"  ... {rowsToShow} of total {Length}");
        return text.Append(CultureInfo.InvariantCulture, $"Name: {Name}, Type: {DataType}").ToString();
    }

    IEnumerator IEnumerable.GetEnumerator() => Enumerate();

    /// <summary>The rows with each value, and those with none; values in the order of their first rows.</summary>
    internal abstract GroupBy GroupBy(int columnIndex, DataFrame parent);

    /// <summary>For each row the other column's rows with the same value; null where this row has none.</summary>
    internal abstract IReadOnlyList<long>[] Occurrences(DataFrameColumn other, out IReadOnlyList<long> otherNulls);

    /// <summary>The values as numbers of another type.</summary>
    internal virtual PrimitiveDataFrameColumn<TNumber> To<TNumber>()
        where TNumber : unmanaged, INumber<TNumber> => throw new NotSupportedException($"Expected a column of numbers, found {DataType}");

    internal abstract DataFrameColumn CloneRows(IEnumerable<long?> rows);

    /// <summary>Makes the column longer; new values are null.</summary>
    internal abstract void Resize(long length);

    private protected abstract object GetValue(long rowIndex);

    private protected abstract void SetValue(long rowIndex, object value);

    private protected abstract IEnumerator Enumerate();

    private protected abstract DataFrameColumn CloneWithNulls(long count);

    private protected abstract DataFrameColumn FillNullsWith(object value, bool inPlace);

    /// <summary>The order of two rows with values.</summary>
    private protected abstract int Compare(int left, int right);

    private protected int Row(long rowIndex) => rowIndex >= 0 && rowIndex < Length
        ? (int)rowIndex
        : throw new ArgumentOutOfRangeException(nameof(rowIndex), rowIndex, $"Index must be from 0 to {Length - 1}, which is the last of column '{Name}'");

    /// <summary>Rows in the order of their values; equal ones in their own order, in descending order reversed.</summary>
    internal PrimitiveDataFrameColumn<long> SortIndices(bool ascending, bool putNullValuesLast)
    {
        var all = Enumerable.Range(0, (int)Length).ToLookup(row => IsValid(row));
        var rows = all[true].Order(Comparer<int>.Create(Compare));
        var sorted = (ascending ? rows : rows.Reverse()).Select(row => (long)row);
        var nulls = all[false].Select(row => (long)row);
        return new("SortIndices", putNullValuesLast ? sorted.Concat(nulls) : nulls.Concat(sorted));
    }

    private static IEnumerable<long?> Chosen(PrimitiveDataFrameColumn<bool> filter)
    {
        for (long row = 0; row < filter.Length; row++)
        {
            if (filter[row] == true)
                yield return row;
        }
    }
}
