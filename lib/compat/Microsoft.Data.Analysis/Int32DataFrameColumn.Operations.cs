namespace Microsoft.Data.Analysis;

public partial class Int32DataFrameColumn
{
    public Int32DataFrameColumn Add(Int32DataFrameColumn column, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Add, this, column);

    public Int32DataFrameColumn Add(int value, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Add, this, value);

    public Int32DataFrameColumn ReverseAdd(int value, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Add, value, this);

    public Int64DataFrameColumn Add(Int64DataFrameColumn column) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Add, this, column);

    public Int64DataFrameColumn Add(long value) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Add, this, value);

    public Int64DataFrameColumn ReverseAdd(long value) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Add, value, this);

    public SingleDataFrameColumn Add(SingleDataFrameColumn column) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Add, this, column);

    public SingleDataFrameColumn Add(float value) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Add, this, value);

    public SingleDataFrameColumn ReverseAdd(float value) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Add, value, this);

    public DoubleDataFrameColumn Add(DoubleDataFrameColumn column) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Add, this, column);

    public DoubleDataFrameColumn Add(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Add, this, value);

    public DoubleDataFrameColumn ReverseAdd(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Add, value, this);

    public Int32DataFrameColumn Subtract(Int32DataFrameColumn column, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Subtract, this, column);

    public Int32DataFrameColumn Subtract(int value, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Subtract, this, value);

    public Int32DataFrameColumn ReverseSubtract(int value, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Subtract, value, this);

    public Int64DataFrameColumn Subtract(Int64DataFrameColumn column) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Subtract, this, column);

    public Int64DataFrameColumn Subtract(long value) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Subtract, this, value);

    public Int64DataFrameColumn ReverseSubtract(long value) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Subtract, value, this);

    public SingleDataFrameColumn Subtract(SingleDataFrameColumn column) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Subtract, this, column);

    public SingleDataFrameColumn Subtract(float value) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Subtract, this, value);

    public SingleDataFrameColumn ReverseSubtract(float value) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Subtract, value, this);

    public DoubleDataFrameColumn Subtract(DoubleDataFrameColumn column) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Subtract, this, column);

    public DoubleDataFrameColumn Subtract(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Subtract, this, value);

    public DoubleDataFrameColumn ReverseSubtract(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Subtract, value, this);

    public Int32DataFrameColumn Multiply(Int32DataFrameColumn column, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Multiply, this, column);

    public Int32DataFrameColumn Multiply(int value, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Multiply, this, value);

    public Int32DataFrameColumn ReverseMultiply(int value, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Multiply, value, this);

    public Int64DataFrameColumn Multiply(Int64DataFrameColumn column) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Multiply, this, column);

    public Int64DataFrameColumn Multiply(long value) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Multiply, this, value);

    public Int64DataFrameColumn ReverseMultiply(long value) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Multiply, value, this);

    public SingleDataFrameColumn Multiply(SingleDataFrameColumn column) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Multiply, this, column);

    public SingleDataFrameColumn Multiply(float value) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Multiply, this, value);

    public SingleDataFrameColumn ReverseMultiply(float value) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Multiply, value, this);

    public DoubleDataFrameColumn Multiply(DoubleDataFrameColumn column) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Multiply, this, column);

    public DoubleDataFrameColumn Multiply(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Multiply, this, value);

    public DoubleDataFrameColumn ReverseMultiply(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Multiply, value, this);

    public Int32DataFrameColumn Divide(Int32DataFrameColumn column, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Divide, this, column);

    public Int32DataFrameColumn Divide(int value, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Divide, this, value);

    public Int32DataFrameColumn ReverseDivide(int value, bool inPlace = false) =>
        (Int32DataFrameColumn)ColumnMath.Combine(inPlace ? this : new Int32DataFrameColumn(Name), Operation.Divide, value, this);

    public Int64DataFrameColumn Divide(Int64DataFrameColumn column) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Divide, this, column);

    public Int64DataFrameColumn Divide(long value) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Divide, this, value);

    public Int64DataFrameColumn ReverseDivide(long value) =>
        (Int64DataFrameColumn)ColumnMath.Combine(new Int64DataFrameColumn(Name), Operation.Divide, value, this);

    public SingleDataFrameColumn Divide(SingleDataFrameColumn column) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Divide, this, column);

    public SingleDataFrameColumn Divide(float value) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Divide, this, value);

    public SingleDataFrameColumn ReverseDivide(float value) =>
        (SingleDataFrameColumn)ColumnMath.Combine(new SingleDataFrameColumn(Name), Operation.Divide, value, this);

    public DoubleDataFrameColumn Divide(DoubleDataFrameColumn column) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Divide, this, column);

    public DoubleDataFrameColumn Divide(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Divide, this, value);

    public DoubleDataFrameColumn ReverseDivide(double value) =>
        (DoubleDataFrameColumn)ColumnMath.Combine(new DoubleDataFrameColumn(Name), Operation.Divide, value, this);
}
