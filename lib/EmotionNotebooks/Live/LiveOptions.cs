namespace EmotionNotebooks.Live;

/// <summary>How a <see cref="LiveReader"/> reads.</summary>
public sealed record LiveOptions
{
    /// <summary>
    /// Every how many frames the whole picture is searched; 12 by default. 1 searches every frame as <see cref="Faces.EmotionReader"/> does,
    /// for the same boxes to the pixel, and is slow.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int SearchEvery
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(SearchEvery), $"the whole picture is searched every {value} frames; it must be at least 1");
    }
    = 12;

    /// <summary>
    /// Whether a search that takes longer than its frames is waited for, so that the same video gives the same timeline; true by default.
    /// Before a camera it is better not to.
    /// </summary>
    public bool WaitsForSearch { get; init; } = true;

    /// <summary>How persons are told apart and probabilities smoothed.</summary>
    public TrackerOptions Tracker { get; init; } = new();
}
