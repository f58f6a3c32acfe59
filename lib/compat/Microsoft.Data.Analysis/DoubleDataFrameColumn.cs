namespace Microsoft.Data.Analysis;

public partial class DoubleDataFrameColumn : PrimitiveDataFrameColumn<double>
{
    public DoubleDataFrameColumn(string name, IEnumerable<double?> values)
        : base(name, values)
    {
    }

    public DoubleDataFrameColumn(string name, IEnumerable<double> values)
        : base(name, values)
    {
    }

    public DoubleDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    internal override PrimitiveDataFrameColumn<double> NewColumn(string name) => new DoubleDataFrameColumn(name);
}
