namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T>
{
    public override DataFrameColumn Add(DataFrameColumn column, bool inPlace = false) => Combine(Operation.Add, column, inPlace);

    public override DataFrameColumn Add<U>(U value, bool inPlace = false) => Combine(Operation.Add, value, inPlace, reverse: false);

    public override DataFrameColumn ReverseAdd<U>(U value, bool inPlace = false) => Combine(Operation.Add, value, inPlace, reverse: true);

    public override DataFrameColumn Subtract(DataFrameColumn column, bool inPlace = false) => Combine(Operation.Subtract, column, inPlace);

    public override DataFrameColumn Subtract<U>(U value, bool inPlace = false) => Combine(Operation.Subtract, value, inPlace, reverse: false);

    public override DataFrameColumn ReverseSubtract<U>(U value, bool inPlace = false) => Combine(Operation.Subtract, value, inPlace, reverse: true);

    public override DataFrameColumn Multiply(DataFrameColumn column, bool inPlace = false) => Combine(Operation.Multiply, column, inPlace);

    public override DataFrameColumn Multiply<U>(U value, bool inPlace = false) => Combine(Operation.Multiply, value, inPlace, reverse: false);

    public override DataFrameColumn ReverseMultiply<U>(U value, bool inPlace = false) => Combine(Operation.Multiply, value, inPlace, reverse: true);

    public override DataFrameColumn Divide(DataFrameColumn column, bool inPlace = false) => Combine(Operation.Divide, column, inPlace);

    public override DataFrameColumn Divide<U>(U value, bool inPlace = false) => Combine(Operation.Divide, value, inPlace, reverse: false);

    public override DataFrameColumn ReverseDivide<U>(U value, bool inPlace = false) => Combine(Operation.Divide, value, inPlace, reverse: true);

    public override DataFrameColumn And(DataFrameColumn column, bool inPlace = false) => Combine(column, (x, y) => x & y, inPlace);

    public override PrimitiveDataFrameColumn<bool> And(bool value, bool inPlace = false) => Combine(value, (x, y) => x & y, inPlace);

    public override DataFrameColumn Or(DataFrameColumn column, bool inPlace = false) => Combine(column, (x, y) => x | y, inPlace);

    public override PrimitiveDataFrameColumn<bool> Or(bool value, bool inPlace = false) => Combine(value, (x, y) => x | y, inPlace);

    public override DataFrameColumn Xor(DataFrameColumn column, bool inPlace = false) => Combine(column, (x, y) => x ^ y, inPlace);

    public override PrimitiveDataFrameColumn<bool> Xor(bool value, bool inPlace = false) => Combine(value, (x, y) => x ^ y, inPlace);

    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column) => column is null ? ElementwiseIsNull() : Compare(Comparison.Equals, column);

    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals<U>(U value) =>
        value is DataFrameColumn column ? ElementwiseEquals(column) : Compare(Comparison.Equals, value);

    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column) => column is null ? ElementwiseIsNotNull() : Compare(Comparison.NotEquals, column);

    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<U>(U value) =>
        value is DataFrameColumn column ? ElementwiseNotEquals(column) : Compare(Comparison.NotEquals, value);

    public override PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual(DataFrameColumn column) => Compare(Comparison.GreaterThanOrEqual, column);

    public override PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual<U>(U value) =>
        value is DataFrameColumn column ? ElementwiseGreaterThanOrEqual(column) : Compare(Comparison.GreaterThanOrEqual, value);

    public override PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual(DataFrameColumn column) => Compare(Comparison.LessThanOrEqual, column);

    public override PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual<U>(U value) =>
        value is DataFrameColumn column ? ElementwiseLessThanOrEqual(column) : Compare(Comparison.LessThanOrEqual, value);

    public override PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan(DataFrameColumn column) => Compare(Comparison.GreaterThan, column);

    public override PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan<U>(U value) =>
        value is DataFrameColumn column ? ElementwiseGreaterThan(column) : Compare(Comparison.GreaterThan, value);

    public override PrimitiveDataFrameColumn<bool> ElementwiseLessThan(DataFrameColumn column) => Compare(Comparison.LessThan, column);

    public override PrimitiveDataFrameColumn<bool> ElementwiseLessThan<U>(U value) =>
        value is DataFrameColumn column ? ElementwiseLessThan(column) : Compare(Comparison.LessThan, value);

    // Two columns of one type keep it; others meet in double, or in decimal where one of them is.
    private DataFrameColumn Combine(Operation operation, DataFrameColumn column, bool inPlace)
    {
        Require(Arithmetic<T>.Instance is not null && column is not null && (column.IsNumericColumn() || column is PrimitiveDataFrameColumn<T>));
        if (column is PrimitiveDataFrameColumn<T> same)
            return ColumnMath.Fill(inPlace ? this : NewColumn(Name), operation, this, same);
        RequireCopy(inPlace);
        if (DataType == typeof(decimal) || column.DataType == typeof(decimal))
            return ColumnMath.Fill(new PrimitiveDataFrameColumn<decimal>(Name), operation, To<decimal>(), column.To<decimal>());
        return ColumnMath.Fill(new DoubleDataFrameColumn(Name), operation, To<double>(), column.To<double>());
    }

    private DataFrameColumn Combine<U>(Operation operation, U value, bool inPlace, bool reverse)
    {
        if (value is DataFrameColumn column)
            return reverse ? throw new NotSupportedException() : Combine(operation, column, inPlace);
        Require(Arithmetic<T>.Instance is not null && value is not bool);
        if (value is T same)
            return Fill(inPlace ? this : NewColumn(Name), this, same);
        RequireCopy(inPlace);
        if (value is decimal number || DataType == typeof(decimal))
            return Fill(new PrimitiveDataFrameColumn<decimal>(Name), To<decimal>(), (decimal)Convert.ChangeType(value, typeof(decimal)));
        return Fill(new DoubleDataFrameColumn(Name), To<double>(), Arithmetic.ToDouble(value));

        DataFrameColumn Fill<N>(PrimitiveDataFrameColumn<N> target, PrimitiveDataFrameColumn<N> numbers, N scalar)
            where N : unmanaged => reverse
                ? ColumnMath.Fill(target, operation, Length, _ => scalar, row => numbers[row])
                : ColumnMath.Fill(target, operation, Length, row => numbers[row], _ => scalar);
    }

    private PrimitiveDataFrameColumn<bool> Combine(DataFrameColumn column, Func<bool, bool, bool> operation, bool inPlace)
    {
        Require(this is PrimitiveDataFrameColumn<bool> && column is PrimitiveDataFrameColumn<bool>);
        var (left, right) = ((PrimitiveDataFrameColumn<bool>)(object)this, (PrimitiveDataFrameColumn<bool>)column);
        if (left.Length != right.Length)
            throw Words.Lengths(nameof(column));
        return Fill(left, inPlace, row => left[row] is { } x && right[row] is { } y ? operation(x, y) : null);
    }

    private PrimitiveDataFrameColumn<bool> Combine(bool value, Func<bool, bool, bool> operation, bool inPlace)
    {
        Require(this is PrimitiveDataFrameColumn<bool>);
        var left = (PrimitiveDataFrameColumn<bool>)(object)this;
        return Fill(left, inPlace, row => left[row] is { } x ? operation(x, value) : null);
    }

    private static PrimitiveDataFrameColumn<bool> Fill(PrimitiveDataFrameColumn<bool> left, bool inPlace, Func<long, bool?> value)
    {
        var target = inPlace ? left : left.Clone();
        for (long row = 0; row < target.Length; row++)
            target[row] = value(row);
        return target;
    }

    // As the package compares: a null as what stands in its place, which is zero.
    private protected BooleanDataFrameColumn Compare(Comparison comparison, DataFrameColumn column)
    {
        Require(column is PrimitiveDataFrameColumn<T> || (IsNumericColumn() && column is not null && column.IsNumericColumn()));
        if (column.Length != Length)
            throw Words.Lengths(nameof(column));
        if (column is PrimitiveDataFrameColumn<T> same)
            return Compare(comparison, this, row => same.Stored(row));
        if (DataType == typeof(decimal) || column.DataType == typeof(decimal))
        {
            var decimals = column.To<decimal>();
            return Compare(comparison, To<decimal>(), row => decimals.Stored(row));
        }

        var doubles = column.To<double>();
        return Compare(comparison, To<double>(), row => doubles.Stored(row));
    }

    private protected BooleanDataFrameColumn Compare<U>(Comparison comparison, U value)
    {
        if (value is T same)
            return Compare(comparison, this, _ => same);
        Require(IsNumericColumn() && value is not (null or bool or string));
        if (value is decimal || DataType == typeof(decimal))
        {
            var number = (decimal)Convert.ChangeType(value, typeof(decimal));
            return Compare(comparison, To<decimal>(), _ => number);
        }

        var scalar = Arithmetic.ToDouble(value);
        return Compare(comparison, To<double>(), _ => scalar);
    }

    private static BooleanDataFrameColumn Compare<N>(Comparison comparison, PrimitiveDataFrameColumn<N> left, Func<long, N> right)
        where N : unmanaged
    {
        var result = new BooleanDataFrameColumn(left.Name, left.Length);
        for (long row = 0; row < left.Length; row++)
            result[row] = Holds(comparison, left.Stored(row), right(row));
        return result;
    }

    private static bool Holds<N>(Comparison comparison, N left, N right)
        where N : unmanaged
    {
        if (Arithmetic<N>.Instance is { } arithmetic)
            return arithmetic.Holds(comparison, left, right);
        PrimitiveDataFrameColumn<N>.Require(left is not bool || comparison is Comparison.Equals or Comparison.NotEquals);
        var order = Comparer<N>.Default.Compare(left, right);
        return comparison switch
        {
            Comparison.Equals => order == 0,
            Comparison.NotEquals => order != 0,
            Comparison.GreaterThanOrEqual => order >= 0,
            Comparison.LessThanOrEqual => order <= 0,
            Comparison.GreaterThan => order > 0,
            _ => order < 0,
        };
    }

    private static void Require(bool meaningful)
    {
        if (!meaningful)
            throw new NotSupportedException($"Values of {typeof(T)} and the other's cannot be put together");
    }

    private void RequireCopy(bool inPlace)
    {
        if (inPlace)
            throw new ArgumentException($"Expected column to hold values of type {DataType}");
    }
}
