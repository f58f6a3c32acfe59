namespace Microsoft.Data.Analysis;

public partial class SingleDataFrameColumn
{
    public SingleDataFrameColumn Add(Int32DataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Add, this, column);

    public SingleDataFrameColumn Add(int value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Add, this, value);

    public SingleDataFrameColumn ReverseAdd(int value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Add, value, this);

    public SingleDataFrameColumn Add(Int64DataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Add, this, column);

    public SingleDataFrameColumn Add(long value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Add, this, value);

    public SingleDataFrameColumn ReverseAdd(long value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Add, value, this);

    public SingleDataFrameColumn Add(SingleDataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Add, this, column);

    public SingleDataFrameColumn Add(float value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Add, this, value);

    public SingleDataFrameColumn ReverseAdd(float value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Add, value, this);

    public DoubleDataFrameColumn Add(DoubleDataFrameColumn column) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Add, this, column);

    public DoubleDataFrameColumn Add(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Add, this, value);

    public DoubleDataFrameColumn ReverseAdd(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Add, value, this);

    public SingleDataFrameColumn Subtract(Int32DataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Subtract, this, column);

    public SingleDataFrameColumn Subtract(int value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Subtract, this, value);

    public SingleDataFrameColumn ReverseSubtract(int value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Subtract, value, this);

    public SingleDataFrameColumn Subtract(Int64DataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Subtract, this, column);

    public SingleDataFrameColumn Subtract(long value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Subtract, this, value);

    public SingleDataFrameColumn ReverseSubtract(long value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Subtract, value, this);

    public SingleDataFrameColumn Subtract(SingleDataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Subtract, this, column);

    public SingleDataFrameColumn Subtract(float value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Subtract, this, value);

    public SingleDataFrameColumn ReverseSubtract(float value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Subtract, value, this);

    public DoubleDataFrameColumn Subtract(DoubleDataFrameColumn column) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Subtract, this, column);

    public DoubleDataFrameColumn Subtract(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Subtract, this, value);

    public DoubleDataFrameColumn ReverseSubtract(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Subtract, value, this);

    public SingleDataFrameColumn Multiply(Int32DataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Multiply, this, column);

    public SingleDataFrameColumn Multiply(int value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Multiply, this, value);

    public SingleDataFrameColumn ReverseMultiply(int value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Multiply, value, this);

    public SingleDataFrameColumn Multiply(Int64DataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Multiply, this, column);

    public SingleDataFrameColumn Multiply(long value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Multiply, this, value);

    public SingleDataFrameColumn ReverseMultiply(long value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Multiply, value, this);

    public SingleDataFrameColumn Multiply(SingleDataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Multiply, this, column);

    public SingleDataFrameColumn Multiply(float value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Multiply, this, value);

    public SingleDataFrameColumn ReverseMultiply(float value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Multiply, value, this);

    public DoubleDataFrameColumn Multiply(DoubleDataFrameColumn column) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Multiply, this, column);

    public DoubleDataFrameColumn Multiply(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Multiply, this, value);

    public DoubleDataFrameColumn ReverseMultiply(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Multiply, value, this);

    public SingleDataFrameColumn Divide(Int32DataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Divide, this, column);

    public SingleDataFrameColumn Divide(int value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Divide, this, value);

    public SingleDataFrameColumn ReverseDivide(int value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Divide, value, this);

    public SingleDataFrameColumn Divide(Int64DataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Divide, this, column);

    public SingleDataFrameColumn Divide(long value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Divide, this, value);

    public SingleDataFrameColumn ReverseDivide(long value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Divide, value, this);

    public SingleDataFrameColumn Divide(SingleDataFrameColumn column, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Divide, this, column);

    public SingleDataFrameColumn Divide(float value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Divide, this, value);

    public SingleDataFrameColumn ReverseDivide(float value, bool inPlace = false) =>
        (SingleDataFrameColumn)ColumnMath.Combine(inPlace ? this : new SingleDataFrameColumn(Name), Operation.Divide, value, this);

    public DoubleDataFrameColumn Divide(DoubleDataFrameColumn column) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Divide, this, column);

    public DoubleDataFrameColumn Divide(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Divide, this, value);

    public DoubleDataFrameColumn ReverseDivide(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Divide, value, this);
}
