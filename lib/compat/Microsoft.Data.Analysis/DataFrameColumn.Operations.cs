namespace Microsoft.Data.Analysis;

public abstract partial class DataFrameColumn
{
    public DataFrameColumn Add(DataFrameColumn column, bool inPlace = false) => Combine(Operation.Add, column, inPlace);

    public DataFrameColumn Add<T>(T value, bool inPlace = false) => Combine(Operation.Add, Column(value), inPlace);

    public DataFrameColumn Subtract(DataFrameColumn column, bool inPlace = false) => Combine(Operation.Subtract, column, inPlace);

    public DataFrameColumn Subtract<T>(T value, bool inPlace = false) => Combine(Operation.Subtract, Column(value), inPlace);

    public DataFrameColumn Multiply(DataFrameColumn column, bool inPlace = false) => Combine(Operation.Multiply, column, inPlace);

    public DataFrameColumn Multiply<T>(T value, bool inPlace = false) => Combine(Operation.Multiply, Column(value), inPlace);

    public DataFrameColumn Divide(DataFrameColumn column, bool inPlace = false) => Combine(Operation.Divide, column, inPlace);

    public DataFrameColumn Divide<T>(T value, bool inPlace = false) => Combine(Operation.Divide, Column(value), inPlace);

    public DataFrameColumn And(DataFrameColumn column, bool inPlace = false) => Combine(column, (x, y) => x & y, inPlace);

    public DataFrameColumn Or(DataFrameColumn column, bool inPlace = false) => Combine(column, (x, y) => x | y, inPlace);

    public PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column) =>
        column is null ? ElementwiseIsNull() : Compare(Comparison.Equals, column);

    public PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) => Compare(Comparison.Equals, value);

    public PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column) =>
        column is null ? ElementwiseIsNotNull() : Compare(Comparison.NotEquals, column);

    public PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) => Compare(Comparison.NotEquals, value);

    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual(DataFrameColumn column) =>
        Compare(Comparison.GreaterThanOrEqual, column);

    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual<T>(T value) => Compare(Comparison.GreaterThanOrEqual, value);

    public PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual(DataFrameColumn column) => Compare(Comparison.LessThanOrEqual, column);

    public PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual<T>(T value) => Compare(Comparison.LessThanOrEqual, value);

    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan(DataFrameColumn column) => Compare(Comparison.GreaterThan, column);

    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan<T>(T value) => Compare(Comparison.GreaterThan, value);

    public PrimitiveDataFrameColumn<bool> ElementwiseLessThan(DataFrameColumn column) => Compare(Comparison.LessThan, column);

    public PrimitiveDataFrameColumn<bool> ElementwiseLessThan<T>(T value) => Compare(Comparison.LessThan, value);

    public PrimitiveDataFrameColumn<bool> ElementwiseIsNull() => Answers(row => !IsValid(row));

    public PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() => Answers(IsValid);

    private protected virtual DataFrameColumn Combine(Operation operation, DataFrameColumn column, bool inPlace) => throw Words.NotFor(this, $"{operation}");

    private protected virtual BooleanDataFrameColumn Compare(Comparison comparison, DataFrameColumn column) => throw Words.NotFor(this, $"{comparison}");

    private protected BooleanDataFrameColumn Compare<T>(Comparison comparison, T value) => Compare(comparison, Column(value));

    private protected BooleanDataFrameColumn Answers(Func<long, bool> question) =>
        new(Name, Enumerable.Range(0, (int)Length).Select(row => question(row)));

    private protected void RequireLength(DataFrameColumn column)
    {
        if (column.Length != Length)
            throw Words.Lengths(nameof(column));
    }

    private PrimitiveDataFrameColumn<bool> Combine(DataFrameColumn column, Func<bool, bool, bool> operation, bool inPlace)
    {
        if (this is not PrimitiveDataFrameColumn<bool> left || column is not PrimitiveDataFrameColumn<bool> right)
            throw new NotSupportedException($"Expected columns of booleans, found {DataType} and {column?.DataType}");
        RequireLength(column);
        var target = inPlace ? left : left.Clone();
        for (long row = 0; row < Length; row++)
            target[row] = left[row] is { } x && right[row] is { } y ? operation(x, y) : null;
        return target;
    }

    // What a column is put together with: another one, or one value for each row.
    private DataFrameColumn Column<T>(T value)
    {
        if (value is DataFrameColumn given)
            return given;
        object boxed = value;
        var column = Of(Name, boxed?.GetType() ?? typeof(string));
        column.Resize(Length);
        for (long row = 0; row < Length; row++)
            column[row] = boxed;
        return column;
    }
}
