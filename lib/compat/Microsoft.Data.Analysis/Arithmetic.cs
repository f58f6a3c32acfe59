namespace Microsoft.Data.Analysis;

/// <summary>What can be done with the values of one type of column.</summary>
internal abstract class Arithmetic<T>
    where T : unmanaged
{
    /// <summary>That of the type; null where its values are no numbers.</summary>
    public static Arithmetic<T> Instance { get; } = (Arithmetic<T>)Arithmetic.Create(typeof(T));

    public abstract T Zero { get; }

    public abstract T Apply(Operation operation, T left, T right);

    /// <summary>The sum, or an exception where the type cannot hold it.</summary>
    public abstract T AddChecked(T left, T right);

    public abstract T Max(T left, T right);

    public abstract T Min(T left, T right);

    public abstract T Abs(T value);

    public abstract T Round(T value);

    /// <summary>As operators compare, so that NaN is unequal to itself.</summary>
    public abstract bool Holds(Comparison comparison, T left, T right);

    public abstract TOther To<TOther>(T value)
        where TOther : unmanaged, System.Numerics.INumber<TOther>;
}

/// <summary>One arithmetic for each type of number.</summary>
internal static class Arithmetic
{
    public static object Create(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => new NumberArithmetic<byte>(),
        TypeCode.SByte => new NumberArithmetic<sbyte>(),
        TypeCode.Int16 => new NumberArithmetic<short>(),
        TypeCode.UInt16 => new NumberArithmetic<ushort>(),
        TypeCode.Int32 => new NumberArithmetic<int>(),
        TypeCode.UInt32 => new NumberArithmetic<uint>(),
        TypeCode.Int64 => new NumberArithmetic<long>(),
        TypeCode.UInt64 => new NumberArithmetic<ulong>(),
        TypeCode.Single => new NumberArithmetic<float>(),
        TypeCode.Double => new NumberArithmetic<double>(),
        TypeCode.Decimal => new NumberArithmetic<decimal>(),
        _ => null,
    };

    /// <summary>A number as a double; a decimal loses digits.</summary>
    public static double ToDouble<T>(T value) =>
        value is IConvertible number && Create(typeof(T)) is not null
            ? number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)
            : throw new NotSupportedException($"Expected a number, found {typeof(T)}");
}
