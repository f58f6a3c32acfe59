using System.Reflection;

namespace OpenCvSharp.Tests.Support;

/// <summary>What only lib/compat has.</summary>
internal static class Subset
{
    public static Assembly Assembly { get; } = typeof(Mat).Assembly;

    public static bool IsLoaded { get; } = Assembly.GetName().Name!.StartsWith("EmotionNotebooks.Compat", StringComparison.Ordinal);

    public static Type Boundary => Assembly.GetType("OpenCvSharp.Native.NativeMethods", throwOnError: true)!;

    public static void SkipOnThePackage() => Assert.SkipUnless(IsLoaded, "the loaded OpenCvSharp is the package, not lib/compat");

    /// <summary>How many handles are held; finalizers have run.</summary>
    public static long LiveHandles()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return (long)Boundary.GetMethod("eo_live_handles", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null)!;
    }
}
