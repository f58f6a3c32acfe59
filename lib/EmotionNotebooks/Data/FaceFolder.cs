namespace EmotionNotebooks.Data;

/// <summary>
/// Reads folders of pictures: one folder per class, named as <see cref="ClassTable"/> knows, below split folders (<c>train</c>,
/// <c>validation</c>, <c>test</c>) or without them, in which case all faces are <see cref="Split.Training"/>. Faces come in the order of
/// their file names, then of their paths: a folder that <see cref="FaceFolderWriter"/> wrote gives the rows in their first order.
/// </summary>
internal static class FaceFolder
{
    /// <summary>Reads the pictures that train and select; those of a test folder are counted in <see cref="FaceSet.Withheld"/> and not
    /// opened. With <see cref="ReadOptions.FinalExam"/> the other way round.</summary>
    /// <exception cref="FaceDataException">The folder is no data set, or a picture in it cannot be used.</exception>
    public static FaceSet Read(string path, ReadOptions options)
    {
        var folders = ClassFolder.Find(path);
        var classes = ClassTable.Of(folders.Select(folder => folder.Name), path);
        RequireSameClasses(folders, classes, path);
        var all = folders.Sum(folder => folder.Pictures.Length);
        var pictures = folders.Where(folder => folder.Split == Split.PrivateTest == options.FinalExam)
            .SelectMany(folder => folder.Pictures.Select(name => new Picture(name, $"{folder.Place}/{name}", classes.LabelOf(folder.Name), folder.Split)))
            .OrderBy(picture => picture.Name, StringComparer.Ordinal).ThenBy(picture => picture.Place, StringComparer.Ordinal).ToArray();
        if (pictures.Length == 0)
        {
            throw options.FinalExam
                ? FaceDataException.NoFinalExam($"{path}: no test folder beside the {all} pictures that train and select; this folder holds no final exam")
                : new FaceDataException($"{path}: all {all} pictures are PrivateTest, the final exam, which only `emotion evaluate --final` reads");
        }

        return Decode(path, pictures, classes.Names, options, withheld: options.FinalExam ? 0 : all - pictures.Length);
    }

    private static FaceSet Decode(string path, Picture[] pictures, IReadOnlyList<string> classes, ReadOptions options, int withheld)
    {
        const int most = int.MaxValue / FaceSet.PixelsPerFace;
        if (pictures.Length > most)
            throw new FaceDataException($"{path}: {pictures.Length} pictures; one set holds at most {most}");
        var pixels = GC.AllocateUninitializedArray<byte>(pictures.Length * FaceSet.PixelsPerFace);
        var faults = new FaceDataException?[pictures.Length];
        OnAllCores.For(pictures.Length, (i, loop) =>
        {
            faults[i] = Decode(path, pictures[i].Place, pixels.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace));
            // All pictures before this one are still looked at: which fault comes first doesn't depend on who was faster.
            if (faults[i] is not null && ReferenceEquals(options.BadFaces, BadFaces.Refuse))
                loop.Break();
        });

        foreach (var fault in faults)
        {
            if (fault is not null)
                options.BadFaces.Report(fault);
        }

        var good = Enumerable.Range(0, pictures.Length).Where(i => faults[i] is null).ToArray();
        if (good.Length == 0)
            throw new FaceDataException($"{path}: none of its {pictures.Length} pictures can be read; expected at least one that can");
        var set = new FaceSet(pixels, Array.ConvertAll(pictures, picture => picture.Label), Array.ConvertAll(pictures, picture => picture.Split), path,
            classes, withheld)
        {
            Origins = FaceOrigins.Named(Array.ConvertAll(pictures, picture => picture.Place)),
        };
        return good.Length == pictures.Length ? set : set.Select(good);
    }

    private static FaceDataException? Decode(string path, string place, Span<byte> face)
    {
        var where = $"{path}, {place}";
        try
        {
            FacePicture.Decode(File.ReadAllBytes(Path.Combine(path, place)), face, where);
            return null;
        }
        catch (FaceDataException fault)
        {
            return fault;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FaceDataException($"{where}: cannot be read ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')})", e);
        }
    }

    private static void RequireSameClasses(List<ClassFolder> folders, ClassTable classes, string path)
    {
        var splits = folders.GroupBy(folder => folder.Split, folder => folder).ToArray();
        foreach (var (having, lacking) in splits.SelectMany(having => splits, (having, lacking) => (having, lacking)))
        {
            var labels = lacking.Select(folder => classes.LabelOf(folder.Name)).ToHashSet();
            if (having.FirstOrDefault(folder => !labels.Contains(classes.LabelOf(folder.Name))) is { } missing)
            {
                throw new FaceDataException(
                    $"{path}: there is {missing.Place}, and nothing like it for {lacking.Key}; expected the same classes in every split");
            }
        }
    }

    private readonly record struct Picture(string Name, string Place, byte Label, Split Split);
}
