using System.Reflection;

using OpenCvSharp;

namespace EmotionNotebooks.Compat.Tests;

internal static partial class Subset
{
    public static Assembly Assembly { get; } = typeof(Mat).Assembly;

    public static Type Boundary => Assembly.GetType("OpenCvSharp.Native.NativeMethods", throwOnError: true)!;

    /// <summary>How many handles are held; finalizers have run.</summary>
    public static long LiveHandles()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return (long)Boundary.GetMethod("eo_live_handles", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null)!;
    }
}
