using System.Reflection;

namespace DuckDB.NET.Data.Tests.Support;

/// <summary>What only lib/compat has.</summary>
internal static class Subset
{
    public static Assembly Assembly { get; } = typeof(DuckDBConnection).Assembly;

    public static bool IsLoaded { get; } = Assembly.GetName().Name!.StartsWith("EmotionNotebooks.Compat", StringComparison.Ordinal);

    public static void SkipOnThePackage() => Assert.SkipUnless(IsLoaded, "the loaded DuckDB.NET.Data is the package, not lib/compat");

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
