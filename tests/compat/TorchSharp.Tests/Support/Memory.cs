using System.Globalization;

namespace TorchSharp.Tests.Support;

internal static class Memory
{
    /// <summary>Runs the finalizers of everything unreachable, and of what only those kept alive.</summary>
    public static void Collect()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    /// <summary>Resident bytes of this process.</summary>
    public static long Resident()
    {
        var pages = File.ReadAllText("/proc/self/statm").Split(' ')[1];
        return long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }
}
