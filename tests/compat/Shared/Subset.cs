namespace EmotionNotebooks.Compat.Tests;

/// <summary>What only lib/compat has. Each test project says in a part of its own which assembly it tests.</summary>
internal static partial class Subset
{
    public static bool IsLoaded => Assembly.GetName().Name!.StartsWith("EmotionNotebooks.Compat", StringComparison.Ordinal);

    public static void SkipOnThePackage() => Assert.SkipUnless(IsLoaded, $"the loaded {Assembly.GetName().Name} is the package, not lib/compat");
}
