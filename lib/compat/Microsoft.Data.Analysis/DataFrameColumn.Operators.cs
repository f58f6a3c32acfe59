namespace Microsoft.Data.Analysis;

public abstract partial class DataFrameColumn
{
    public static DataFrameColumn operator +(DataFrameColumn left, DataFrameColumn right) => left.Add(right);

    public static DataFrameColumn operator +(DataFrameColumn column, int value) => column.Add(value);

    public static DataFrameColumn operator +(int value, DataFrameColumn column) => column.Column(value).Add(column);

    public static DataFrameColumn operator +(DataFrameColumn column, long value) => column.Add(value);

    public static DataFrameColumn operator +(long value, DataFrameColumn column) => column.Column(value).Add(column);

    public static DataFrameColumn operator +(DataFrameColumn column, float value) => column.Add(value);

    public static DataFrameColumn operator +(float value, DataFrameColumn column) => column.Column(value).Add(column);

    public static DataFrameColumn operator +(DataFrameColumn column, double value) => column.Add(value);

    public static DataFrameColumn operator +(double value, DataFrameColumn column) => column.Column(value).Add(column);

    public static DataFrameColumn operator -(DataFrameColumn left, DataFrameColumn right) => left.Subtract(right);

    public static DataFrameColumn operator -(DataFrameColumn column, int value) => column.Subtract(value);

    public static DataFrameColumn operator -(int value, DataFrameColumn column) => column.Column(value).Subtract(column);

    public static DataFrameColumn operator -(DataFrameColumn column, long value) => column.Subtract(value);

    public static DataFrameColumn operator -(long value, DataFrameColumn column) => column.Column(value).Subtract(column);

    public static DataFrameColumn operator -(DataFrameColumn column, float value) => column.Subtract(value);

    public static DataFrameColumn operator -(float value, DataFrameColumn column) => column.Column(value).Subtract(column);

    public static DataFrameColumn operator -(DataFrameColumn column, double value) => column.Subtract(value);

    public static DataFrameColumn operator -(double value, DataFrameColumn column) => column.Column(value).Subtract(column);

    public static DataFrameColumn operator *(DataFrameColumn left, DataFrameColumn right) => left.Multiply(right);

    public static DataFrameColumn operator *(DataFrameColumn column, int value) => column.Multiply(value);

    public static DataFrameColumn operator *(int value, DataFrameColumn column) => column.Column(value).Multiply(column);

    public static DataFrameColumn operator *(DataFrameColumn column, long value) => column.Multiply(value);

    public static DataFrameColumn operator *(long value, DataFrameColumn column) => column.Column(value).Multiply(column);

    public static DataFrameColumn operator *(DataFrameColumn column, float value) => column.Multiply(value);

    public static DataFrameColumn operator *(float value, DataFrameColumn column) => column.Column(value).Multiply(column);

    public static DataFrameColumn operator *(DataFrameColumn column, double value) => column.Multiply(value);

    public static DataFrameColumn operator *(double value, DataFrameColumn column) => column.Column(value).Multiply(column);

    public static DataFrameColumn operator /(DataFrameColumn left, DataFrameColumn right) => left.Divide(right);

    public static DataFrameColumn operator /(DataFrameColumn column, int value) => column.Divide(value);

    public static DataFrameColumn operator /(int value, DataFrameColumn column) => column.Column(value).Divide(column);

    public static DataFrameColumn operator /(DataFrameColumn column, long value) => column.Divide(value);

    public static DataFrameColumn operator /(long value, DataFrameColumn column) => column.Column(value).Divide(column);

    public static DataFrameColumn operator /(DataFrameColumn column, float value) => column.Divide(value);

    public static DataFrameColumn operator /(float value, DataFrameColumn column) => column.Column(value).Divide(column);

    public static DataFrameColumn operator /(DataFrameColumn column, double value) => column.Divide(value);

    public static DataFrameColumn operator /(double value, DataFrameColumn column) => column.Column(value).Divide(column);

    public static DataFrameColumn operator &(DataFrameColumn left, DataFrameColumn right) => left.And(right);

    public static DataFrameColumn operator |(DataFrameColumn left, DataFrameColumn right) => left.Or(right);
}
