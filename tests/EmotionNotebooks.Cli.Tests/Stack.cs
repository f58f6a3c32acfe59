namespace EmotionNotebooks.Cli.Tests;

/// <summary>Which stack these tests were built on.</summary>
internal static class Stack
{
    public static bool IsSystem { get; } = File.Exists(Path.Combine(AppContext.BaseDirectory, "EmotionNotebooks.Compat.TorchSharp.dll"));
}
