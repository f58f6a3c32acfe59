namespace EmotionNotebooks.Data;

/// <summary>How a source of faces is read.</summary>
public sealed record ReadOptions
{
    /// <summary>The defaults: bad faces are refused.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>What becomes of faces that cannot be used.</summary>
    public BadFaces BadFaces { get; init; } = BadFaces.Refuse;

    /// <summary>Seed of the splits that are drawn where a source names none; 2013 by default. Another seed is another final exam.</summary>
    public ulong SplitSeed { get; init; } = 2013;

    /// <summary>Folder of the caches of slow sources (<see cref="FaceCache"/>); null for none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>The file with FER+'s votes for the rows of the source, <c>fer2013new.csv</c>, which become <see cref="FaceSet.Votes"/>; null for
    /// none.</summary>
    public string? Votes { get; init; }

    /// <summary>Whether to read <see cref="Split.PrivateTest"/> and nothing else. For <c>emotion evaluate --final</c> alone.</summary>
    internal bool FinalExam { get; init; }
}
