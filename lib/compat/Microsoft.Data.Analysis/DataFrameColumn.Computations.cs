namespace Microsoft.Data.Analysis;

public abstract partial class DataFrameColumn
{
    public virtual object Sum() => throw Words.NotFor(this, nameof(Sum));

    public virtual object Sum(IEnumerable<long> rowIndices) => throw Words.NotFor(this, nameof(Sum));

    public virtual object Max() => throw Words.NotFor(this, nameof(Max));

    public virtual object Max(IEnumerable<long> rowIndices) => throw Words.NotFor(this, nameof(Max));

    public virtual object Min() => throw Words.NotFor(this, nameof(Min));

    public virtual object Min(IEnumerable<long> rowIndices) => throw Words.NotFor(this, nameof(Min));

    public virtual double Mean() => throw Words.NotFor(this, nameof(Mean));

    public virtual double Median() => throw Words.NotFor(this, nameof(Median));

    public virtual bool All() => throw Words.NotFor(this, nameof(All));

    public virtual bool Any() => throw Words.NotFor(this, nameof(Any));

    public virtual DataFrameColumn Abs(bool inPlace = false) => throw Words.NotFor(this, nameof(Abs));

    public virtual DataFrameColumn Round(bool inPlace = false) => throw Words.NotFor(this, nameof(Round));

    public virtual DataFrameColumn CumulativeSum(bool inPlace = false) => throw Words.NotFor(this, nameof(CumulativeSum));
}
