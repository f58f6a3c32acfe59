namespace Microsoft.Data.Analysis;

public class BooleanDataFrameColumn : PrimitiveDataFrameColumn<bool>
{
    public BooleanDataFrameColumn(string name, IEnumerable<bool?> values)
        : base(name, values)
    {
    }

    public BooleanDataFrameColumn(string name, IEnumerable<bool> values)
        : base(name, values)
    {
    }

    public BooleanDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public static BooleanDataFrameColumn operator &(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.And(right);

    public static BooleanDataFrameColumn operator |(BooleanDataFrameColumn left, BooleanDataFrameColumn right) => left.Or(right);

    public BooleanDataFrameColumn And(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)And((DataFrameColumn)column, inPlace);

    public BooleanDataFrameColumn Or(BooleanDataFrameColumn column, bool inPlace = false) => (BooleanDataFrameColumn)Or((DataFrameColumn)column, inPlace);

    internal override PrimitiveDataFrameColumn<bool> NewColumn(string name) => new BooleanDataFrameColumn(name);
}
