namespace EmotionNotebooks.Data;

/// <summary>What sources call the splits, in any case: folders, and the values of a split column.</summary>
internal static class SplitNames
{
    private static readonly Dictionary<string, Split> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Training"] = Split.Training,
        ["train"] = Split.Training,
        ["PublicTest"] = Split.PublicTest,
        ["validation"] = Split.PublicTest,
        ["valid"] = Split.PublicTest,
        ["val"] = Split.PublicTest,
        ["dev"] = Split.PublicTest,
        ["PrivateTest"] = Split.PrivateTest,
        ["test"] = Split.PrivateTest,
        ["testing"] = Split.PrivateTest,
    };

    /// <summary>What to expect, for messages.</summary>
    public const string Expected = "train, validation or test (also Training, PublicTest, PrivateTest; any case)";

    /// <summary>The split of a name, if it is one.</summary>
    /// <param name="name">Such as <c>train</c>.</param>
    /// <param name="split">The split: validation selects (<see cref="Split.PublicTest"/>), test is the final exam.</param>
    public static bool TryFind(string name, out Split split) => Known.TryGetValue(name.Trim(), out split);
}
