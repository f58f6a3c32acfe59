using System.ComponentModel;
using System.Runtime.CompilerServices;
using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution;

/// <summary>Where a cell's code stops when it is interrupted: calls of this are compiled into its loops and functions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellCheck
{
    private static readonly AsyncLocal<Interruption?> Flowing = new();
    private static volatile int _stopping;

    /// <summary>The interruption of the cell that this code belongs to, also in tasks and threads that it started.</summary>
    internal static Interruption? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>A cell is to stop. How many are is kept apart, since asking this costs a loop next to nothing.</summary>
    internal static void Add() => Interlocked.Increment(ref _stopping);

    /// <summary>What a cell that was to stop left running goes on unasked.</summary>
    internal static void Remove() => Interlocked.Decrement(ref _stopping);

    /// <summary>Goes on, unless the cell that this code belongs to was interrupted.</summary>
    /// <exception cref="OperationCanceledException">It was.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (_stopping != 0)
        {
            Stop();
        }
    }

    private static void Stop() => Current?.Token.ThrowIfCancellationRequested();
}
