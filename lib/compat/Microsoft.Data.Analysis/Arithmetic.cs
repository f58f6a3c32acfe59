using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>What can be done with the values of one type of column.</summary>
internal abstract class Arithmetic<T>
    where T : unmanaged
{
    /// <summary>That of the type; null where its values are no numbers.</summary>
    public static Arithmetic<T> Instance { get; } = Type.GetTypeCode(typeof(T)) is >= TypeCode.SByte and <= TypeCode.Decimal && !typeof(T).IsEnum
        ? (Arithmetic<T>)Activator.CreateInstance(typeof(NumberArithmetic<>).MakeGenericType(typeof(T)))
        : null;

    public abstract T Apply(Operation operation, T left, T right);

    /// <summary>The sum, or an exception where the type cannot hold it.</summary>
    public abstract T AddChecked(T left, T right);

    public abstract T Max(T left, T right);

    public abstract T Min(T left, T right);

    /// <summary>As operators compare, so that NaN is unequal to itself.</summary>
    public abstract bool Holds(Comparison comparison, T left, T right);

    public abstract TOther To<TOther>(T value)
        where TOther : unmanaged, INumber<TOther>;
}

internal sealed class NumberArithmetic<T> : Arithmetic<T>
    where T : unmanaged, INumber<T>
{
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
