using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T>
{
    private static Arithmetic<T> Numbers => Arithmetic<T>.Instance ?? throw new NotSupportedException($"Expected a column of numbers, found {typeof(T)}");

    public override object Sum()
    {
        var numbers = Numbers;
        return this.OfType<T>().Aggregate(default(T), (sum, value) => numbers.Apply(Operation.Add, sum, value));
    }

    public override object Max() => Extreme(this.OfType<T>(), Numbers.Max);

    public override object Min() => Extreme(this.OfType<T>(), Numbers.Min);

    public override double Mean() => Length == 0 ? 0 : ToDouble(Sum()) / (Length - NullCount);

    public override double Median()
    {
        var sorted = this.OfType<T>().Order().Select(value => ToDouble(value)).ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length == 0 ? 0 : sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle] + sorted[middle - 1]) / 2;
    }

    internal override bool HasDescription() => IsNumericColumn() || typeof(T) == typeof(DateTime);

    internal override DataFrameColumn Description() => new PrimitiveDataFrameColumn<float>(
        Name,
        IsNumericColumn()
            ? [Length - NullCount, Single(Max()), Single(Min()), Single(Sum()) / Length]
            : new float?[] { Length - NullCount, null, null, null });

    // By rows a null counts as the zero in its place, in the package too.
    internal override object Sum(IEnumerable<long> rows) => rows.Select(row => _values[row]).Aggregate(default(T), Numbers.AddChecked);

    internal override object Max(IEnumerable<long> rows) => Extreme(rows.Select(row => _values[row]), Numbers.Max);

    internal override object Min(IEnumerable<long> rows) => Extreme(rows.Select(row => _values[row]), Numbers.Min);

    internal override PrimitiveDataFrameColumn<TNumber> To<TNumber>() =>
        new(Name, this.Select(value => value is { } number ? Numbers.To<TNumber>(number) : (TNumber?)null));

    // Two columns of one type keep it; others meet in double, or in decimal where one of them is.
    private protected override DataFrameColumn Combine(Operation operation, DataFrameColumn column, bool inPlace)
    {
        Require(IsNumericColumn() && column is not null && column.IsNumericColumn());
        RequireLength(column);
        if (column is PrimitiveDataFrameColumn<T> same)
            return Fill(inPlace ? this : NewColumn(Name), operation, this, same);
        if (inPlace)
            throw new ArgumentException($"Expected column to hold values of type {DataType}");
        return IsDecimal(column)
            ? Fill(new PrimitiveDataFrameColumn<decimal>(Name), operation, To<decimal>(), column.To<decimal>())
            : Fill(new DoubleDataFrameColumn(Name), operation, To<double>(), column.To<double>());
    }

    // As the package compares: a null as what stands in its place, which is zero.
    private protected override BooleanDataFrameColumn Compare(Comparison comparison, DataFrameColumn column)
    {
        Require(column is PrimitiveDataFrameColumn<T> || (IsNumericColumn() && column is not null && column.IsNumericColumn()));
        RequireLength(column);
        return column is PrimitiveDataFrameColumn<T> same ? Compare(comparison, this, same)
            : IsDecimal(column) ? Compare(comparison, To<decimal>(), column.To<decimal>())
            : Compare(comparison, To<double>(), column.To<double>());
    }

    private static PrimitiveDataFrameColumn<N> Fill<N>(
        PrimitiveDataFrameColumn<N> target, Operation operation, PrimitiveDataFrameColumn<N> left, PrimitiveDataFrameColumn<N> right)
        where N : unmanaged
    {
        target.Resize(left.Length);
        for (long row = 0; row < left.Length; row++)
            target[row] = left[row] is { } x && right[row] is { } y ? Arithmetic<N>.Instance.Apply(operation, x, y) : null;
        return target;
    }

    private static BooleanDataFrameColumn Compare<N>(Comparison comparison, PrimitiveDataFrameColumn<N> left, PrimitiveDataFrameColumn<N> right)
        where N : unmanaged => left.Answers(row => PrimitiveDataFrameColumn<N>.Holds(comparison, left._values[row], right._values[row]));

    private static bool Holds(Comparison comparison, T left, T right)
    {
        if (Arithmetic<T>.Instance is { } arithmetic)
            return arithmetic.Holds(comparison, left, right);
        Require(left is not bool || comparison is Comparison.Equals or Comparison.NotEquals);
        return Arithmetic<int>.Instance.Holds(comparison, Comparer<T>.Default.Compare(left, right), 0);
    }

    private static T? Extreme(IEnumerable<T> values, Func<T, T, T> choose) =>
        values.Aggregate((T?)null, (chosen, value) => chosen is { } known ? choose(known, value) : value);

    private static float? Single(object value) => value is null ? null : Convert.ToSingle(value, CultureInfo.InvariantCulture);

    private static double ToDouble(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static void Require(bool meaningful)
    {
        if (!meaningful)
            throw new NotSupportedException($"Values of {typeof(T)} and the other's cannot be put together");
    }

    private bool IsDecimal(DataFrameColumn other) => DataType == typeof(decimal) || other.DataType == typeof(decimal);
}
