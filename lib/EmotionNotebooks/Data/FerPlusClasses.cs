namespace EmotionNotebooks.Data;

/// <summary>FER+'s eight emotions by name.</summary>
public static class FerPlusClasses
{
    /// <summary>How many there are: 8.</summary>
    public const int Count = 8;

    /// <summary>The names in label order: neutral, happiness, surprise, sadness, anger, disgust, fear, contempt. The first eight of
    /// <see cref="FaceVotes.Names"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.AsReadOnly([.. FaceVotes.Names.Take(Count)]);

    /// <summary>The label in FER+ of a class of any data set: 0 to 7, or null where FER+ has no such emotion. FER-2013's seven all have
    /// one.</summary>
    /// <param name="className">A name or a synonym in any case, such as <c>happy</c>, <c>Happiness</c>, <c>contempt</c>.</param>
    public static int? LabelOf(string className)
    {
        ArgumentNullException.ThrowIfNull(className);
        if (className.Trim().Equals("contempt", StringComparison.OrdinalIgnoreCase))
            return Count - 1;
        return ClassTable.EmotionOf(className) is { } emotion
            ? Names.Index().First(it => ClassTable.EmotionOf(it.Item) == emotion).Index
            : null;
    }
}
