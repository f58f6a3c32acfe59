namespace EmotionNotebooks.Data;

/// <summary>Reads faces from whatever people have them in: told apart by content, not by name.</summary>
public static class FaceFile
{
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
    public static FaceSet ReadFinalExam(string path, ReadOptions? options = null) =>
        ReadAny(path, (options ?? ReadOptions.Default) with { FinalExam = true });

    private static FaceSet ReadAny(string path, ReadOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return FerCsv.Read(path, options);
    }
}
