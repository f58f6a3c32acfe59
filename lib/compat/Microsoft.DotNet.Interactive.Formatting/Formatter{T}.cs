namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>What can be set for one type.</summary>
public static class Formatter<T>
{
    /// <summary>How many items of a sequence of <typeparamref name="T"/> are shown; what holds for all unless told otherwise.</summary>
    public static int ListExpansionLimit
    {
        get => Limits.Of(typeof(T));
        set => Limits.Set(typeof(T), value);
    }
}
