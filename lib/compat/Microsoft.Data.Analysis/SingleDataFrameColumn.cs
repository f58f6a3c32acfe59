namespace Microsoft.Data.Analysis;

public partial class SingleDataFrameColumn : PrimitiveDataFrameColumn<float>
{
    public SingleDataFrameColumn(string name, IEnumerable<float?> values)
        : base(name, values)
    {
    }

    public SingleDataFrameColumn(string name, IEnumerable<float> values)
        : base(name, values)
    {
    }

    public SingleDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    internal override PrimitiveDataFrameColumn<float> NewColumn(string name) => new SingleDataFrameColumn(name);
}
