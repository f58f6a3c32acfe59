namespace Microsoft.Data.Analysis;

public partial class Int64DataFrameColumn : PrimitiveDataFrameColumn<long>
{
    public Int64DataFrameColumn(string name, IEnumerable<long?> values)
        : base(name, values)
    {
    }

    public Int64DataFrameColumn(string name, IEnumerable<long> values)
        : base(name, values)
    {
    }

    public Int64DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    internal override PrimitiveDataFrameColumn<long> NewColumn(string name) => new Int64DataFrameColumn(name);
}
