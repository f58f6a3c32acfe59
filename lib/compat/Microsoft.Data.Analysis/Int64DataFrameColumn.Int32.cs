using Number = System.Int64;

namespace Microsoft.Data.Analysis;

// A column of long and one of int come to a column of long; of each two types of numbers this very file says the same, with their names.
public partial class Int64DataFrameColumn
{
    public static Int64DataFrameColumn operator +(Int64DataFrameColumn left, Int32DataFrameColumn right) => left + From(right);

    public static Int64DataFrameColumn operator -(Int64DataFrameColumn left, Int32DataFrameColumn right) => left - From(right);

    public static Int64DataFrameColumn operator *(Int64DataFrameColumn left, Int32DataFrameColumn right) => left * From(right);

    public static Int64DataFrameColumn operator /(Int64DataFrameColumn left, Int32DataFrameColumn right) => left / From(right);

    public Int64DataFrameColumn Add(Int32DataFrameColumn column, bool inPlace = false) => Typed(Add((DataFrameColumn)From(column), inPlace));

    public Int64DataFrameColumn Subtract(Int32DataFrameColumn column, bool inPlace = false) => Typed(Subtract((DataFrameColumn)From(column), inPlace));

    public Int64DataFrameColumn Multiply(Int32DataFrameColumn column, bool inPlace = false) => Typed(Multiply((DataFrameColumn)From(column), inPlace));

    public Int64DataFrameColumn Divide(Int32DataFrameColumn column, bool inPlace = false) => Typed(Divide((DataFrameColumn)From(column), inPlace));

    internal static Int64DataFrameColumn From(Int32DataFrameColumn column) => new(column.Name, column.To<Number>());
}

public partial class Int32DataFrameColumn
{
    public static Int64DataFrameColumn operator +(Int32DataFrameColumn left, Int64DataFrameColumn right) => Int64DataFrameColumn.From(left) + right;

    public static Int64DataFrameColumn operator -(Int32DataFrameColumn left, Int64DataFrameColumn right) => Int64DataFrameColumn.From(left) - right;

    public static Int64DataFrameColumn operator *(Int32DataFrameColumn left, Int64DataFrameColumn right) => Int64DataFrameColumn.From(left) * right;

    public static Int64DataFrameColumn operator /(Int32DataFrameColumn left, Int64DataFrameColumn right) => Int64DataFrameColumn.From(left) / right;

    public static Int64DataFrameColumn operator +(Int32DataFrameColumn left, Number right) => Int64DataFrameColumn.From(left) + right;

    public static Int64DataFrameColumn operator +(Number left, Int32DataFrameColumn right) => left + Int64DataFrameColumn.From(right);

    public static Int64DataFrameColumn operator -(Int32DataFrameColumn left, Number right) => Int64DataFrameColumn.From(left) - right;

    public static Int64DataFrameColumn operator -(Number left, Int32DataFrameColumn right) => left - Int64DataFrameColumn.From(right);

    public static Int64DataFrameColumn operator *(Int32DataFrameColumn left, Number right) => Int64DataFrameColumn.From(left) * right;

    public static Int64DataFrameColumn operator *(Number left, Int32DataFrameColumn right) => left * Int64DataFrameColumn.From(right);

    public static Int64DataFrameColumn operator /(Int32DataFrameColumn left, Number right) => Int64DataFrameColumn.From(left) / right;

    public static Int64DataFrameColumn operator /(Number left, Int32DataFrameColumn right) => left / Int64DataFrameColumn.From(right);

    public Int64DataFrameColumn Add(Int64DataFrameColumn column) => this + column;

    public Int64DataFrameColumn Add(Number value) => this + value;

    public Int64DataFrameColumn Subtract(Int64DataFrameColumn column) => this - column;

    public Int64DataFrameColumn Subtract(Number value) => this - value;

    public Int64DataFrameColumn Multiply(Int64DataFrameColumn column) => this * column;

    public Int64DataFrameColumn Multiply(Number value) => this * value;

    public Int64DataFrameColumn Divide(Int64DataFrameColumn column) => this / column;

    public Int64DataFrameColumn Divide(Number value) => this / value;
}
