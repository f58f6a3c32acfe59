namespace Microsoft.Data.Analysis;

public partial class Int32DataFrameColumn
{
    public static Int32DataFrameColumn operator +(Int32DataFrameColumn left, Int32DataFrameColumn right) => left.Add(right);

    public static Int32DataFrameColumn operator +(Int32DataFrameColumn left, int right) => left.Add(right);

    public static Int32DataFrameColumn operator +(int left, Int32DataFrameColumn right) => right.ReverseAdd(left);

    public static Int64DataFrameColumn operator +(Int32DataFrameColumn left, Int64DataFrameColumn right) => left.Add(right);

    public static Int64DataFrameColumn operator +(Int32DataFrameColumn left, long right) => left.Add(right);

    public static Int64DataFrameColumn operator +(long left, Int32DataFrameColumn right) => right.ReverseAdd(left);

    public static SingleDataFrameColumn operator +(Int32DataFrameColumn left, SingleDataFrameColumn right) => left.Add(right);

    public static SingleDataFrameColumn operator +(Int32DataFrameColumn left, float right) => left.Add(right);

    public static SingleDataFrameColumn operator +(float left, Int32DataFrameColumn right) => right.ReverseAdd(left);

    public static DoubleDataFrameColumn operator +(Int32DataFrameColumn left, DoubleDataFrameColumn right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(Int32DataFrameColumn left, double right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(double left, Int32DataFrameColumn right) => right.ReverseAdd(left);

    public static Int32DataFrameColumn operator -(Int32DataFrameColumn left, Int32DataFrameColumn right) => left.Subtract(right);

    public static Int32DataFrameColumn operator -(Int32DataFrameColumn left, int right) => left.Subtract(right);

    public static Int32DataFrameColumn operator -(int left, Int32DataFrameColumn right) => right.ReverseSubtract(left);

    public static Int64DataFrameColumn operator -(Int32DataFrameColumn left, Int64DataFrameColumn right) => left.Subtract(right);

    public static Int64DataFrameColumn operator -(Int32DataFrameColumn left, long right) => left.Subtract(right);

    public static Int64DataFrameColumn operator -(long left, Int32DataFrameColumn right) => right.ReverseSubtract(left);

    public static SingleDataFrameColumn operator -(Int32DataFrameColumn left, SingleDataFrameColumn right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(Int32DataFrameColumn left, float right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(float left, Int32DataFrameColumn right) => right.ReverseSubtract(left);

    public static DoubleDataFrameColumn operator -(Int32DataFrameColumn left, DoubleDataFrameColumn right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(Int32DataFrameColumn left, double right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(double left, Int32DataFrameColumn right) => right.ReverseSubtract(left);

    public static Int32DataFrameColumn operator *(Int32DataFrameColumn left, Int32DataFrameColumn right) => left.Multiply(right);

    public static Int32DataFrameColumn operator *(Int32DataFrameColumn left, int right) => left.Multiply(right);

    public static Int32DataFrameColumn operator *(int left, Int32DataFrameColumn right) => right.ReverseMultiply(left);

    public static Int64DataFrameColumn operator *(Int32DataFrameColumn left, Int64DataFrameColumn right) => left.Multiply(right);

    public static Int64DataFrameColumn operator *(Int32DataFrameColumn left, long right) => left.Multiply(right);

    public static Int64DataFrameColumn operator *(long left, Int32DataFrameColumn right) => right.ReverseMultiply(left);

    public static SingleDataFrameColumn operator *(Int32DataFrameColumn left, SingleDataFrameColumn right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(Int32DataFrameColumn left, float right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(float left, Int32DataFrameColumn right) => right.ReverseMultiply(left);

    public static DoubleDataFrameColumn operator *(Int32DataFrameColumn left, DoubleDataFrameColumn right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(Int32DataFrameColumn left, double right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(double left, Int32DataFrameColumn right) => right.ReverseMultiply(left);

    public static Int32DataFrameColumn operator /(Int32DataFrameColumn left, Int32DataFrameColumn right) => left.Divide(right);

    public static Int32DataFrameColumn operator /(Int32DataFrameColumn left, int right) => left.Divide(right);

    public static Int32DataFrameColumn operator /(int left, Int32DataFrameColumn right) => right.ReverseDivide(left);

    public static Int64DataFrameColumn operator /(Int32DataFrameColumn left, Int64DataFrameColumn right) => left.Divide(right);

    public static Int64DataFrameColumn operator /(Int32DataFrameColumn left, long right) => left.Divide(right);

    public static Int64DataFrameColumn operator /(long left, Int32DataFrameColumn right) => right.ReverseDivide(left);

    public static SingleDataFrameColumn operator /(Int32DataFrameColumn left, SingleDataFrameColumn right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(Int32DataFrameColumn left, float right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(float left, Int32DataFrameColumn right) => right.ReverseDivide(left);

    public static DoubleDataFrameColumn operator /(Int32DataFrameColumn left, DoubleDataFrameColumn right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(Int32DataFrameColumn left, double right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(double left, Int32DataFrameColumn right) => right.ReverseDivide(left);
}
