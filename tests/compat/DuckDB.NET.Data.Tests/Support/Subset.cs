using System.Reflection;
using DuckDB.NET.Data;

namespace EmotionNotebooks.Compat.Tests;

internal static partial class Subset
{
    public static Assembly Assembly => typeof(DuckDBConnection).Assembly;

    /// <summary>How many of DuckDB's objects are held; finalizers have run.</summary>
    public static int LiveHandles()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var handle = Assembly.GetType("DuckDB.NET.Data.Native.DuckHandle", throwOnError: true)!;
        return (int)handle.GetProperty("Alive")!.GetValue(null)!;
    }
}
