namespace Microsoft.Data.Analysis;

public abstract partial class DataFrameColumn
{
    public virtual DataFrameColumn Add(DataFrameColumn column, bool inPlace = false) => throw Words.NotFor(this, nameof(Add));

    public virtual DataFrameColumn Add<T>(T value, bool inPlace = false) => throw Words.NotFor(this, nameof(Add));

    public virtual DataFrameColumn ReverseAdd<T>(T value, bool inPlace = false) => throw Words.NotFor(this, nameof(ReverseAdd));

    public virtual DataFrameColumn Subtract(DataFrameColumn column, bool inPlace = false) => throw Words.NotFor(this, nameof(Subtract));

    public virtual DataFrameColumn Subtract<T>(T value, bool inPlace = false) => throw Words.NotFor(this, nameof(Subtract));

    public virtual DataFrameColumn ReverseSubtract<T>(T value, bool inPlace = false) => throw Words.NotFor(this, nameof(ReverseSubtract));

    public virtual DataFrameColumn Multiply(DataFrameColumn column, bool inPlace = false) => throw Words.NotFor(this, nameof(Multiply));

    public virtual DataFrameColumn Multiply<T>(T value, bool inPlace = false) => throw Words.NotFor(this, nameof(Multiply));

    public virtual DataFrameColumn ReverseMultiply<T>(T value, bool inPlace = false) => throw Words.NotFor(this, nameof(ReverseMultiply));

    public virtual DataFrameColumn Divide(DataFrameColumn column, bool inPlace = false) => throw Words.NotFor(this, nameof(Divide));

    public virtual DataFrameColumn Divide<T>(T value, bool inPlace = false) => throw Words.NotFor(this, nameof(Divide));

    public virtual DataFrameColumn ReverseDivide<T>(T value, bool inPlace = false) => throw Words.NotFor(this, nameof(ReverseDivide));

    public virtual DataFrameColumn And(DataFrameColumn column, bool inPlace = false) => throw Words.NotFor(this, nameof(And));

    public virtual PrimitiveDataFrameColumn<bool> And(bool value, bool inPlace = false) => throw Words.NotFor(this, nameof(And));

    public virtual DataFrameColumn Or(DataFrameColumn column, bool inPlace = false) => throw Words.NotFor(this, nameof(Or));

    public virtual PrimitiveDataFrameColumn<bool> Or(bool value, bool inPlace = false) => throw Words.NotFor(this, nameof(Or));

    public virtual DataFrameColumn Xor(DataFrameColumn column, bool inPlace = false) => throw Words.NotFor(this, nameof(Xor));

    public virtual PrimitiveDataFrameColumn<bool> Xor(bool value, bool inPlace = false) => throw Words.NotFor(this, nameof(Xor));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column) => throw Words.NotFor(this, nameof(ElementwiseEquals));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) => throw Words.NotFor(this, nameof(ElementwiseEquals));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column) => throw Words.NotFor(this, nameof(ElementwiseNotEquals));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) => throw Words.NotFor(this, nameof(ElementwiseNotEquals));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual(DataFrameColumn column) => throw Words.NotFor(this, nameof(ElementwiseGreaterThanOrEqual));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual<T>(T value) => throw Words.NotFor(this, nameof(ElementwiseGreaterThanOrEqual));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual(DataFrameColumn column) => throw Words.NotFor(this, nameof(ElementwiseLessThanOrEqual));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual<T>(T value) => throw Words.NotFor(this, nameof(ElementwiseLessThanOrEqual));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan(DataFrameColumn column) => throw Words.NotFor(this, nameof(ElementwiseGreaterThan));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan<T>(T value) => throw Words.NotFor(this, nameof(ElementwiseGreaterThan));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThan(DataFrameColumn column) => throw Words.NotFor(this, nameof(ElementwiseLessThan));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThan<T>(T value) => throw Words.NotFor(this, nameof(ElementwiseLessThan));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseIsNull() => new BooleanDataFrameColumn(Name, Enumerable.Range(0, (int)Length).Select(row => !IsValid(row)));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() => new BooleanDataFrameColumn(Name, Enumerable.Range(0, (int)Length).Select(row => IsValid(row)));
}
