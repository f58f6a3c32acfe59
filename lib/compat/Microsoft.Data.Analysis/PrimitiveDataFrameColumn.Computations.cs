using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T>
{
    private static Arithmetic<T> Numbers => Arithmetic<T>.Instance ?? throw new NotSupportedException($"Expected a column of numbers, found {typeof(T)}");

    public override object Sum() => this.Where(value => value is not null).Aggregate(Numbers.Zero, (sum, value) => Numbers.Apply(Operation.Add, sum, value.Value));

    // By rows a null counts as the zero in its place, in the package too.
    public override object Sum(IEnumerable<long> rowIndices) => rowIndices.Aggregate(Numbers.Zero, (sum, row) => Numbers.AddChecked(sum, Stored(row)));

    public override object Max() => Extreme(this.OfType<T>(), Numbers.Max);

    public override object Max(IEnumerable<long> rowIndices) => Extreme(rowIndices.Select(Stored), Numbers.Max);

    public override object Min() => Extreme(this.OfType<T>(), Numbers.Min);

    public override object Min(IEnumerable<long> rowIndices) => Extreme(rowIndices.Select(Stored), Numbers.Min);

    public override double Mean() => Length == 0 ? 0 : ToDouble(Sum()) / (Length - NullCount);

    public override double Median()
    {
        var sorted = this.OfType<T>().Order().Select(value => ToDouble(value)).ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length == 0 ? 0 : sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle] + sorted[middle - 1]) / 2;
    }

    public override bool All() => Booleans().All(value => value);

    public override bool Any() => Booleans().Any(value => value);

    public override DataFrameColumn Abs(bool inPlace = false) => Apply(Numbers.Abs, inPlace);

    public override DataFrameColumn Round(bool inPlace = false) => Apply(Numbers.Round, inPlace);

    public override DataFrameColumn CumulativeSum(bool inPlace = false)
    {
        var sum = Numbers.Zero;
        return Apply(value => sum = Numbers.Apply(Operation.Add, sum, value), inPlace);
    }

    /// <summary>Length without nulls, maximum, minimum, and the mean, in which nulls count as zero, as in the package.</summary>
    public override DataFrameColumn Description() => new PrimitiveDataFrameColumn<float>(
        Name,
        IsNumericColumn()
            ? [Length - NullCount, Single(Max()), Single(Min()), Single(Sum()) / Length]
            : new float?[] { Length - NullCount, null, null, null });

    private static object Extreme(IEnumerable<T> values, Func<T, T, T> choose)
    {
        using var enumerator = values.GetEnumerator();
        if (!enumerator.MoveNext())
            return null;
        var chosen = enumerator.Current;
        while (enumerator.MoveNext())
            chosen = choose(chosen, enumerator.Current);
        return chosen;
    }

    private static float? Single(object value) => value is null ? null : Convert.ToSingle(value, CultureInfo.InvariantCulture);

    private static double ToDouble(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    // Nulls are false, in the package too.
    private IEnumerable<bool> Booleans() => this is PrimitiveDataFrameColumn<bool> column
        ? Enumerable.Range(0, (int)Length).Select(row => column.Stored(row))
        : throw new NotSupportedException($"Expected a column of booleans, found {typeof(T)}");
}
