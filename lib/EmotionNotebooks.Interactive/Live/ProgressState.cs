namespace EmotionNotebooks.Interactive.Live;

/// <summary>How far something is, as it is shown.</summary>
/// <param name="Title">What is done.</param>
/// <param name="Done">Steps behind.</param>
/// <param name="Total">Steps in all; null where nobody knows.</param>
/// <param name="Note">Anything to say beside it.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="HasEnded">Whether nothing follows.</param>
internal sealed record ProgressState(string Title, long Done, long? Total, string? Note, TimeSpan Elapsed, bool HasEnded)
{
    /// <summary>From 0 to 1; null where nobody knows.</summary>
    public double? Share => Total is { } total ? total <= 0 ? 1 : Math.Clamp(Done / (double)total, 0, 1) : null;

    /// <summary>Whether it ended before all was done.</summary>
    public bool IsBroken => HasEnded && Share < 1;

    /// <summary>At the speed so far; null where that says nothing yet.</summary>
    public TimeSpan? TimeLeft => Share is > 0 and < 1 and var share && !HasEnded ? Elapsed * ((1 - share) / share) : null;
}
