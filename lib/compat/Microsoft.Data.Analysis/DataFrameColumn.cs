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

    public void SetName(string newName)
    {
        foreach (var owner in Owners)
            owner.RequireFree(this, newName);
        Name = newName;
    }

    public bool IsValid(long index) => this[index] is not null;

    public DataFrameColumn Clone(long numberOfNullsToAppend = 0) =>
        CloneRows(Enumerable.Range(0, (int)Length).Select(row => (long?)row).Concat(Enumerable.Repeat((long?)null, (int)numberOfNullsToAppend)));

    public DataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) => CloneRows(SortedRows(ascending, putNullValuesLast));

    public abstract DataFrameColumn FillNulls(object value, bool inPlace = false);

    public DataFrameColumn DropNulls() => CloneRows(ElementwiseIsNotNull().TrueRows());

    /// <summary>How often each value stands there, in the order of their first rows.</summary>
    public DataFrame ValueCounts()
    {
        var groups = Groups.Of<object>(this).Values;
        var values = CloneRows(groups.Select(rows => (long?)rows.First()));
        values.SetName("Values");
        return new(values, new PrimitiveDataFrameColumn<long>("Counts", groups.Select(rows => (long)rows.Count)));
    }

    public virtual bool IsNumericColumn() => false;

    public virtual object Sum() => throw Words.NotFor(this, nameof(Sum));

    public virtual object Max() => throw Words.NotFor(this, nameof(Max));

    public virtual object Min() => throw Words.NotFor(this, nameof(Min));

    public virtual double Mean() => throw Words.NotFor(this, nameof(Mean));

    public virtual double Median() => throw Words.NotFor(this, nameof(Median));

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

    /// <summary>An empty column, of the class that has values of the type.</summary>
    internal static DataFrameColumn Of(string name, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => new BooleanDataFrameColumn(name),
        TypeCode.Int32 => new Int32DataFrameColumn(name),
        TypeCode.Int64 => new Int64DataFrameColumn(name),
        TypeCode.Single => new SingleDataFrameColumn(name),
        TypeCode.Double => new DoubleDataFrameColumn(name),
        TypeCode.String => new StringDataFrameColumn(name),
        >= TypeCode.Char and <= TypeCode.DateTime => (DataFrameColumn)Activator.CreateInstance(typeof(PrimitiveDataFrameColumn<>).MakeGenericType(type), name, 0L),
        _ => throw new NotSupportedException($"A column of {type}; expected one of numbers, bool, char, DateTime or string"),
    };

    internal virtual bool HasDescription() => false;

    /// <summary>Length without nulls, maximum, minimum, and the mean, in which nulls count as zero, as in the package.</summary>
    internal virtual DataFrameColumn Description() => throw Words.NotFor(this, nameof(Description));

    internal virtual object Sum(IEnumerable<long> rows) => throw Words.NotFor(this, nameof(Sum));

    internal virtual object Max(IEnumerable<long> rows) => throw Words.NotFor(this, nameof(Max));

    internal virtual object Min(IEnumerable<long> rows) => throw Words.NotFor(this, nameof(Min));

    /// <summary>The rows with each value; values in the order of their first rows.</summary>
    internal abstract GroupBy GroupBy(DataFrame parent);

    /// <summary>The values as numbers of another type.</summary>
    internal virtual PrimitiveDataFrameColumn<TNumber> To<TNumber>()
        where TNumber : unmanaged, INumber<TNumber> => throw new NotSupportedException($"Expected a column of numbers, found {DataType}");

    /// <summary>A column with these rows' values; null where a row is.</summary>
    internal abstract DataFrameColumn CloneRows(IEnumerable<long?> rows);

    /// <summary>Makes the column longer; new values are null.</summary>
    internal abstract void Resize(long length);

    /// <summary>Rows in the order of their values; equal ones in their own order, in descending order reversed.</summary>
    internal IEnumerable<long?> SortedRows(bool ascending, bool putNullValuesLast)
    {
        var all = Enumerable.Range(0, (int)Length).ToLookup(row => IsValid(row));
        var rows = all[true].Order(Comparer<int>.Create(Compare));
        var sorted = ascending ? rows : rows.Reverse();
        return (putNullValuesLast ? sorted.Concat(all[false]) : all[false].Concat(sorted)).Select(row => (long?)row);
    }

    private protected abstract object GetValue(long rowIndex);

    private protected abstract void SetValue(long rowIndex, object value);

    private protected abstract IEnumerator Enumerate();

    /// <summary>The order of two rows with values.</summary>
    private protected abstract int Compare(int left, int right);

    private protected int Row(long rowIndex) => rowIndex >= 0 && rowIndex < Length
        ? (int)rowIndex
        : throw new ArgumentOutOfRangeException(nameof(rowIndex), rowIndex, $"Index must be from 0 to {Length - 1}, which is the last of column '{Name}'");
}
