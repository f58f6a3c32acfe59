namespace Microsoft.Data.Analysis;

public partial class SingleDataFrameColumn
{
    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, Int32DataFrameColumn right) => left.Add(right);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, int right) => left.Add(right);

    public static SingleDataFrameColumn operator +(int left, SingleDataFrameColumn right) => right.ReverseAdd(left);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, Int64DataFrameColumn right) => left.Add(right);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, long right) => left.Add(right);

    public static SingleDataFrameColumn operator +(long left, SingleDataFrameColumn right) => right.ReverseAdd(left);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, SingleDataFrameColumn right) => left.Add(right);

    public static SingleDataFrameColumn operator +(SingleDataFrameColumn left, float right) => left.Add(right);

    public static SingleDataFrameColumn operator +(float left, SingleDataFrameColumn right) => right.ReverseAdd(left);

    public static DoubleDataFrameColumn operator +(SingleDataFrameColumn left, DoubleDataFrameColumn right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(SingleDataFrameColumn left, double right) => left.Add(right);

    public static DoubleDataFrameColumn operator +(double left, SingleDataFrameColumn right) => right.ReverseAdd(left);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, Int32DataFrameColumn right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, int right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(int left, SingleDataFrameColumn right) => right.ReverseSubtract(left);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, Int64DataFrameColumn right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, long right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(long left, SingleDataFrameColumn right) => right.ReverseSubtract(left);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, SingleDataFrameColumn right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(SingleDataFrameColumn left, float right) => left.Subtract(right);

    public static SingleDataFrameColumn operator -(float left, SingleDataFrameColumn right) => right.ReverseSubtract(left);

    public static DoubleDataFrameColumn operator -(SingleDataFrameColumn left, DoubleDataFrameColumn right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(SingleDataFrameColumn left, double right) => left.Subtract(right);

    public static DoubleDataFrameColumn operator -(double left, SingleDataFrameColumn right) => right.ReverseSubtract(left);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, Int32DataFrameColumn right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, int right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(int left, SingleDataFrameColumn right) => right.ReverseMultiply(left);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, Int64DataFrameColumn right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, long right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(long left, SingleDataFrameColumn right) => right.ReverseMultiply(left);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, SingleDataFrameColumn right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(SingleDataFrameColumn left, float right) => left.Multiply(right);

    public static SingleDataFrameColumn operator *(float left, SingleDataFrameColumn right) => right.ReverseMultiply(left);

    public static DoubleDataFrameColumn operator *(SingleDataFrameColumn left, DoubleDataFrameColumn right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(SingleDataFrameColumn left, double right) => left.Multiply(right);

    public static DoubleDataFrameColumn operator *(double left, SingleDataFrameColumn right) => right.ReverseMultiply(left);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, Int32DataFrameColumn right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, int right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(int left, SingleDataFrameColumn right) => right.ReverseDivide(left);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, Int64DataFrameColumn right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, long right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(long left, SingleDataFrameColumn right) => right.ReverseDivide(left);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, SingleDataFrameColumn right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(SingleDataFrameColumn left, float right) => left.Divide(right);

    public static SingleDataFrameColumn operator /(float left, SingleDataFrameColumn right) => right.ReverseDivide(left);

    public static DoubleDataFrameColumn operator /(SingleDataFrameColumn left, DoubleDataFrameColumn right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(SingleDataFrameColumn left, double right) => left.Divide(right);

    public static DoubleDataFrameColumn operator /(double left, SingleDataFrameColumn right) => right.ReverseDivide(left);
}
