using System.Reflection;

namespace Microsoft.Data.Analysis.Tests.Support;

/// <summary>What only lib/compat has.</summary>
internal static class Subset
{
    public static Assembly Assembly { get; } = typeof(DataFrame).Assembly;

    public static bool IsLoaded { get; } = Assembly.GetName().Name!.StartsWith("EmotionNotebooks.Compat", StringComparison.Ordinal);
}
