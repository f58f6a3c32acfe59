using Number = System.Int32;

namespace Microsoft.Data.Analysis;

// The columns of the other numbers are this very file, with their names in place of Int32: see the project file.
public partial class Int32DataFrameColumn : PrimitiveDataFrameColumn<Number>
{
    public Int32DataFrameColumn(string name, IEnumerable<Number?> values)
        : base(name, values)
    {
    }

    public Int32DataFrameColumn(string name, IEnumerable<Number> values)
        : base(name, values)
    {
    }

    public Int32DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public static Int32DataFrameColumn operator +(Int32DataFrameColumn left, Int32DataFrameColumn right) => Typed((DataFrameColumn)left + right);

    public static Int32DataFrameColumn operator +(Int32DataFrameColumn left, Number right) => Typed((DataFrameColumn)left + right);

    public static Int32DataFrameColumn operator +(Number left, Int32DataFrameColumn right) => Typed(left + (DataFrameColumn)right);

    public static Int32DataFrameColumn operator -(Int32DataFrameColumn left, Int32DataFrameColumn right) => Typed((DataFrameColumn)left - right);

    public static Int32DataFrameColumn operator -(Int32DataFrameColumn left, Number right) => Typed((DataFrameColumn)left - right);

    public static Int32DataFrameColumn operator -(Number left, Int32DataFrameColumn right) => Typed(left - (DataFrameColumn)right);

    public static Int32DataFrameColumn operator *(Int32DataFrameColumn left, Int32DataFrameColumn right) => Typed((DataFrameColumn)left * right);

    public static Int32DataFrameColumn operator *(Int32DataFrameColumn left, Number right) => Typed((DataFrameColumn)left * right);

    public static Int32DataFrameColumn operator *(Number left, Int32DataFrameColumn right) => Typed(left * (DataFrameColumn)right);

    public static Int32DataFrameColumn operator /(Int32DataFrameColumn left, Int32DataFrameColumn right) => Typed((DataFrameColumn)left / right);

    public static Int32DataFrameColumn operator /(Int32DataFrameColumn left, Number right) => Typed((DataFrameColumn)left / right);

    public static Int32DataFrameColumn operator /(Number left, Int32DataFrameColumn right) => Typed(left / (DataFrameColumn)right);

    public Int32DataFrameColumn Add(Number value, bool inPlace = false) => Typed(Add<Number>(value, inPlace));

    public Int32DataFrameColumn Subtract(Number value, bool inPlace = false) => Typed(Subtract<Number>(value, inPlace));

    public Int32DataFrameColumn Multiply(Number value, bool inPlace = false) => Typed(Multiply<Number>(value, inPlace));

    public Int32DataFrameColumn Divide(Number value, bool inPlace = false) => Typed(Divide<Number>(value, inPlace));

    public BooleanDataFrameColumn ElementwiseEquals(Number value) => Compare(Comparison.Equals, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(Number value) => Compare(Comparison.NotEquals, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(Number value) => Compare(Comparison.GreaterThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(Number value) => Compare(Comparison.LessThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(Number value) => Compare(Comparison.GreaterThan, value);

    public BooleanDataFrameColumn ElementwiseLessThan(Number value) => Compare(Comparison.LessThan, value);

    internal override PrimitiveDataFrameColumn<Number> NewColumn(string name) => new Int32DataFrameColumn(name);

    private static Int32DataFrameColumn Typed(DataFrameColumn column) => (Int32DataFrameColumn)column;
}
