namespace EmotionNotebooks.Interactive;

/// <summary><c>items.WithProgress("resizing")</c>.</summary>
public static class ProgressExtensions
{
    /// <summary>The same items; how many of them were asked for is shown while they are.</summary>
    /// <param name="items">The items.</param>
    /// <param name="title">What is done with them.</param>
    /// <param name="total">How many there are; null: as many as the sequence says without being walked.</param>
    public static IEnumerable<T> WithProgress<T>(this IEnumerable<T> items, string title, long? total = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(title);
        return Walk(items, title, total ?? (items.TryGetNonEnumeratedCount(out var count) ? count : null));
    }

    private static IEnumerable<T> Walk<T>(IEnumerable<T> items, string title, long? total)
    {
        using var progress = ProgressDisplay.Start(title, total);
        foreach (var item in items)
        {
            yield return item;
            progress.Advance();
        }
    }
}
