namespace EmotionNotebooks.Data;

/// <summary>Reads faces from whatever people have them in: told apart by content, not by name.</summary>
/// <remarks>
/// Splits are those of the source. Where it names none, they are drawn (<see cref="StratifiedSplit"/>): a tenth of each class selects and a
/// tenth is the final exam; where it names a test part and nothing to select by, a tenth of the rest selects.
/// </remarks>
public static class FaceFile
{
    private const double DrawnShare = 0.1;
    private const string Expected =
        "FER-2013's CSV (plain or in a gzip, zip or tar file), a folder with one folder per class, Parquet, or a cache";

    /// <summary>Reads the faces that train and select; <see cref="Split.PrivateTest"/> is counted and left out.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="options">How to read it; the defaults where null.</param>
    /// <exception cref="FaceDataException">The source cannot be used; the message names file, place, what was found and what is expected.</exception>
    public static FaceSet Read(string path, ReadOptions? options = null) => ReadAny(path, options ?? ReadOptions.Default);

    /// <summary>Reads the final exam, <see cref="Split.PrivateTest"/>, and nothing else. For <c>emotion evaluate --final</c> alone, which
    /// records that it did.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="options">How to read it; the defaults where null.</param>
    /// <exception cref="FaceDataException">As for <see cref="Read"/>, or the source has no such face.</exception>
    public static FaceSet ReadFinalExam(string path, ReadOptions? options = null)
    {
        options ??= ReadOptions.Default;
        try
        {
            return ReadAny(path, options with { FinalExam = true });
        }
        catch (FaceDataException e) when (e.LacksFinalExam)
        {
            var faces = ReadSource(path, options);
            if (faces.Splits.Contains(Split.PublicTest))
                throw;
            return Draw(faces, test: DrawnShare, options.SplitSeed, wantsTest: true);
        }
    }

    private static FaceSet ReadAny(string path, ReadOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var faces = FaceCache.Through(path, options, () => ReadSource(path, options));
        return faces.IsFinalExam || faces.Splits.Contains(Split.PublicTest)
            ? faces
            : Draw(faces, test: faces.Withheld > 0 ? 0 : DrawnShare, options.SplitSeed, wantsTest: false);
    }

    private static FaceSet ReadSource(string path, ReadOptions options)
    {
        if (!Path.Exists(path))
            throw new FaceDataException($"{path}: no such file or folder; expected {Expected}");
        Func<string, ReadOptions, FaceSet> read = FaceParquet.IsParquet(path) || FaceParquet.IsShardFolder(path) ? FaceParquet.Read
            : Directory.Exists(path) ? FaceFolder.Read
            : FaceCache.IsCache(path) ? FaceCache.Read
            : FerCsv.Read;
        if (options.Votes is not null && read != FerCsv.Read)
            throw new FaceDataException($"{path}: votes belong to the rows of FER-2013's CSV; expected that, with {options.Votes}");
        return read(path, options);
    }

    private static FaceSet Draw(FaceSet faces, double test, ulong seed, bool wantsTest)
    {
        var splits = StratifiedSplit.Divide(faces, DrawnShare, test, seed);
        if (splits.AsSpan().IndexOfAnyExcept(Split.Training) < 0)
        {
            return wantsTest
                ? throw new FaceDataException($"{faces.Source}: {faces.Count} faces are too few to draw a final exam from; expected at least 5 of a class")
                : faces;
        }

        return faces.With(splits, [.. Enumerable.Range(0, faces.Count).Where(i => splits[i] == Split.PrivateTest == wantsTest)]);
    }
}
