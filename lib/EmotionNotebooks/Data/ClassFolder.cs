namespace EmotionNotebooks.Data;

/// <summary>One class of one split, as a folder of pictures.</summary>
/// <param name="Split">The split that its parent is named after; <see cref="Split.Training"/> where there are no split folders.</param>
/// <param name="Name">The folder's name, which is the class's.</param>
/// <param name="Place">Where it stands below the data set's folder, such as <c>train/angry</c>.</param>
/// <param name="Pictures">The names of its pictures, at least one.</param>
internal sealed record ClassFolder(Split Split, string Name, string Place, string[] Pictures)
{
    private const string Expected = "one folder per class, such as happy, or the folders train, validation and test with one per class in each";

    /// <summary>Finds the class folders of a data set.</summary>
    /// <param name="root">The data set's folder.</param>
    /// <exception cref="FaceDataException">The folder is not built like a data set.</exception>
    public static List<ClassFolder> Find(string root)
    {
        var content = FolderContent.Of(root, root);
        var splits = Array.FindAll(content.Folders, name => SplitNames.TryFind(name, out _));
        if (splits.Length == 0)
            return WithoutSplits(root, content);
        if (splits.Length < content.Folders.Length)
        {
            throw new FaceDataException($"{root}: split folders ({FolderContent.Excerpt(splits)}) stand beside others "
                + $"({FolderContent.Excerpt(content.Folders.Except(splits).ToArray())}); expected either split folders or class folders");
        }

        return [.. splits.SelectMany(split => OfSplit(root, split))];
    }

    private static List<ClassFolder> WithoutSplits(string root, FolderContent content)
    {
        var inside = content.Folders.ToDictionary(name => name, name => FolderContent.Of(Path.Combine(root, name), $"{root}, {name}"));
        if (!inside.Any(folder => folder.Value.Pictures.Length > 0 || ClassTable.EmotionOf(folder.Key) is not null))
            throw NoDataSet(root, content);
        return [.. inside.Select(folder => Checked(root, Split.Training, folder.Key, folder.Key, folder.Value))];
    }

    private static IEnumerable<ClassFolder> OfSplit(string root, string name)
    {
        _ = SplitNames.TryFind(name, out var split);
        var content = FolderContent.Of(Path.Combine(root, name), $"{root}, {name}");
        if (content.Pictures.Length > 0 || content.Folders.Length == 0)
        {
            throw new FaceDataException($"{root}, {name}: it holds {Holds([.. content.Pictures, .. content.Others])}; "
                + "expected one folder per class, such as happy");
        }

        foreach (var inside in content.Folders)
        {
            var place = $"{name}/{inside}";
            yield return Checked(root, split, inside, place, FolderContent.Of(Path.Combine(root, name, inside), $"{root}, {place}"));
        }
    }

    private static ClassFolder Checked(string root, Split split, string name, string place, FolderContent content)
    {
        if (content.Folders.Length > 0)
        {
            throw new FaceDataException(
                $"{root}, {place}: it holds the folder{(content.Folders.Length > 1 ? "s" : "")} {FolderContent.Excerpt(content.Folders)}; "
                + "expected the pictures of one class");
        }

        return content.Pictures.Length > 0
            ? new(split, name, place, content.Pictures)
            : throw new FaceDataException(
                $"{root}, {place}: the class folder holds {Holds(content.Others)}; expected pictures ({FolderContent.Endings})");
    }

    private static FaceDataException NoDataSet(string root, FolderContent content) =>
        new($"{root}: not a folder of faces, it holds {Holds([.. content.Folders, .. content.Pictures, .. content.Others])}; expected {Expected}");

    private static string Holds(string[] names) => names.Length == 0 ? "nothing" : FolderContent.Excerpt(names);
}
