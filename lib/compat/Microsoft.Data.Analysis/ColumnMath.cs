using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>Columns combined element by element in the type of the result; where a side is null, so is the result.</summary>
internal static class ColumnMath
{
    public static PrimitiveDataFrameColumn<TResult> Combine<TResult, TLeft, TRight>(
        PrimitiveDataFrameColumn<TResult> target, Operation operation, PrimitiveDataFrameColumn<TLeft> left, PrimitiveDataFrameColumn<TRight> right)
        where TResult : unmanaged, INumber<TResult>
        where TLeft : unmanaged
        where TRight : unmanaged
    {
        if (left.Length != right.Length)
            throw Words.Lengths("column");
        var (from, with) = (Numbers<TLeft>(), Numbers<TRight>());
        return Fill(target, operation, left.Length, row => left[row] is { } value ? from.To<TResult>(value) : null, row => right[row] is { } value ? with.To<TResult>(value) : null);
    }

    public static PrimitiveDataFrameColumn<TResult> Combine<TResult, TLeft, TRight>(
        PrimitiveDataFrameColumn<TResult> target, Operation operation, PrimitiveDataFrameColumn<TLeft> left, TRight right)
        where TResult : unmanaged, INumber<TResult>
        where TLeft : unmanaged
        where TRight : unmanaged
    {
        var (from, with) = (Numbers<TLeft>(), Numbers<TRight>().To<TResult>(right));
        return Fill(target, operation, left.Length, row => left[row] is { } value ? from.To<TResult>(value) : null, _ => with);
    }

    public static PrimitiveDataFrameColumn<TResult> Combine<TResult, TLeft, TRight>(
        PrimitiveDataFrameColumn<TResult> target, Operation operation, TLeft left, PrimitiveDataFrameColumn<TRight> right)
        where TResult : unmanaged, INumber<TResult>
        where TLeft : unmanaged
        where TRight : unmanaged
    {
        var (from, with) = (Numbers<TLeft>().To<TResult>(left), Numbers<TRight>());
        return Fill(target, operation, right.Length, _ => from, row => right[row] is { } value ? with.To<TResult>(value) : null);
    }

    public static PrimitiveDataFrameColumn<T> Fill<T>(PrimitiveDataFrameColumn<T> target, Operation operation, PrimitiveDataFrameColumn<T> left, PrimitiveDataFrameColumn<T> right)
        where T : unmanaged
    {
        if (left.Length != right.Length)
            throw Words.Lengths("column");
        return Fill(target, operation, left.Length, row => left[row], row => right[row]);
    }

    public static PrimitiveDataFrameColumn<TResult> Fill<TResult>(
        PrimitiveDataFrameColumn<TResult> target, Operation operation, long length, Func<long, TResult?> left, Func<long, TResult?> right)
        where TResult : unmanaged
    {
        var arithmetic = Numbers<TResult>();
        if (target.Length < length)
            target.Resize(length);
        for (long row = 0; row < length; row++)
            target[row] = left(row) is { } x && right(row) is { } y ? arithmetic.Apply(operation, x, y) : null;
        return target;
    }

    private static Arithmetic<T> Numbers<T>()
        where T : unmanaged => Arithmetic<T>.Instance ?? throw new NotSupportedException($"Expected numbers, found {typeof(T)}");
}
