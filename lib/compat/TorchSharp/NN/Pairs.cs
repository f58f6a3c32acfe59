namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        private static long[]? Two(long? value) => value is { } both ? [both, both] : null;

        private static long[]? Two((long, long)? values) => values is { } two ? [two.Item1, two.Item2] : null;
    }
}
