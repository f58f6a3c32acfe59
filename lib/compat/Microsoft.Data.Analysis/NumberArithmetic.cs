using System.Numerics;

namespace Microsoft.Data.Analysis;

internal sealed class NumberArithmetic<T> : Arithmetic<T>
    where T : unmanaged, INumber<T>
{
    public override T Zero => T.Zero;

    public override T Apply(Operation operation, T left, T right) => operation switch
    {
        Operation.Add => unchecked(left + right),
        Operation.Subtract => unchecked(left - right),
        Operation.Multiply => unchecked(left * right),
        _ => left / right,
    };

    public override T AddChecked(T left, T right) => checked(left + right);

    public override T Max(T left, T right) => T.Max(left, right);

    public override T Min(T left, T right) => T.Min(left, right);

    public override T Abs(T value) => T.Abs(value);

    // Integers are round already; halves go to the even neighbour.
    public override T Round(T value) => value switch
    {
        float number => T.CreateTruncating(MathF.Round(number)),
        double number => T.CreateTruncating(Math.Round(number)),
        decimal number => T.CreateTruncating(Math.Round(number)),
        _ => value,
    };

    public override bool Holds(Comparison comparison, T left, T right) => comparison switch
    {
        Comparison.Equals => left == right,
        Comparison.NotEquals => left != right,
        Comparison.GreaterThanOrEqual => left >= right,
        Comparison.LessThanOrEqual => left <= right,
        Comparison.GreaterThan => left > right,
        _ => left < right,
    };

    public override TOther To<TOther>(T value) => TOther.CreateTruncating(value);
}
