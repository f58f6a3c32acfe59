namespace Microsoft.Data.Analysis;

public partial class DoubleDataFrameColumn
{
    public DoubleDataFrameColumn Add(Int32DataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, this, column);

    public DoubleDataFrameColumn Add(int value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, this, value);

    public DoubleDataFrameColumn ReverseAdd(int value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, value, this);

    public DoubleDataFrameColumn Add(Int64DataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, this, column);

    public DoubleDataFrameColumn Add(long value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, this, value);

    public DoubleDataFrameColumn ReverseAdd(long value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, value, this);

    public DoubleDataFrameColumn Add(SingleDataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, this, column);

    public DoubleDataFrameColumn Add(float value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, this, value);

    public DoubleDataFrameColumn ReverseAdd(float value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, value, this);

    public DoubleDataFrameColumn Add(DoubleDataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, this, column);

    public DoubleDataFrameColumn Add(double value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, this, value);

    public DoubleDataFrameColumn ReverseAdd(double value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Add, value, this);

    public DoubleDataFrameColumn Subtract(Int32DataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, this, column);

    public DoubleDataFrameColumn Subtract(int value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, this, value);

    public DoubleDataFrameColumn ReverseSubtract(int value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, value, this);

    public DoubleDataFrameColumn Subtract(Int64DataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, this, column);

    public DoubleDataFrameColumn Subtract(long value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, this, value);

    public DoubleDataFrameColumn ReverseSubtract(long value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, value, this);

    public DoubleDataFrameColumn Subtract(SingleDataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, this, column);

    public DoubleDataFrameColumn Subtract(float value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, this, value);

    public DoubleDataFrameColumn ReverseSubtract(float value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, value, this);

    public DoubleDataFrameColumn Subtract(DoubleDataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, this, column);

    public DoubleDataFrameColumn Subtract(double value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, this, value);

    public DoubleDataFrameColumn ReverseSubtract(double value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Subtract, value, this);

    public DoubleDataFrameColumn Multiply(Int32DataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, this, column);

    public DoubleDataFrameColumn Multiply(int value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, this, value);

    public DoubleDataFrameColumn ReverseMultiply(int value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, value, this);

    public DoubleDataFrameColumn Multiply(Int64DataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, this, column);

    public DoubleDataFrameColumn Multiply(long value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, this, value);

    public DoubleDataFrameColumn ReverseMultiply(long value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, value, this);

    public DoubleDataFrameColumn Multiply(SingleDataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, this, column);

    public DoubleDataFrameColumn Multiply(float value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, this, value);

    public DoubleDataFrameColumn ReverseMultiply(float value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, value, this);

    public DoubleDataFrameColumn Multiply(DoubleDataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, this, column);

    public DoubleDataFrameColumn Multiply(double value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, this, value);

    public DoubleDataFrameColumn ReverseMultiply(double value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Multiply, value, this);

    public DoubleDataFrameColumn Divide(Int32DataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, this, column);

    public DoubleDataFrameColumn Divide(int value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, this, value);

    public DoubleDataFrameColumn ReverseDivide(int value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, value, this);

    public DoubleDataFrameColumn Divide(Int64DataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, this, column);

    public DoubleDataFrameColumn Divide(long value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, this, value);

    public DoubleDataFrameColumn ReverseDivide(long value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, value, this);

    public DoubleDataFrameColumn Divide(SingleDataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, this, column);

    public DoubleDataFrameColumn Divide(float value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, this, value);

    public DoubleDataFrameColumn ReverseDivide(float value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, value, this);

    public DoubleDataFrameColumn Divide(DoubleDataFrameColumn column, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, this, column);

    public DoubleDataFrameColumn Divide(double value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, this, value);

    public DoubleDataFrameColumn ReverseDivide(double value, bool inPlace = false) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new DoubleDataFrameColumn(Name), Operation.Divide, value, this);
}
