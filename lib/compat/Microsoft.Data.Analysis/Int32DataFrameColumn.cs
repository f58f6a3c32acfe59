namespace Microsoft.Data.Analysis;

public partial class Int32DataFrameColumn : PrimitiveDataFrameColumn<int>
{
    public Int32DataFrameColumn(string name, IEnumerable<int?> values)
        : base(name, values)
    {
    }

    public Int32DataFrameColumn(string name, IEnumerable<int> values)
        : base(name, values)
    {
    }

    public Int32DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    internal override PrimitiveDataFrameColumn<int> NewColumn(string name) => new Int32DataFrameColumn(name);
}
