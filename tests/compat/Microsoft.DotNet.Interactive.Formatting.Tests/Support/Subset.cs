using System.Reflection;

namespace Microsoft.DotNet.Interactive.Formatting.Tests.Support;

/// <summary>What only lib/compat has.</summary>
internal static class Subset
{
    public static Assembly Assembly { get; } = typeof(Formatter).Assembly;

    public static bool IsLoaded { get; } = Assembly.GetName().Name!.StartsWith("EmotionNotebooks.Compat", StringComparison.Ordinal);

    public static void SkipOnThePackage() => Assert.SkipUnless(IsLoaded, "the loaded Microsoft.DotNet.Interactive.Formatting is the package, not lib/compat");
}
