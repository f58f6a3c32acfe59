using System.Buffers;

namespace EmotionNotebooks.Data;

/// <summary>
/// Writes a set as a folder of PNG pictures, which <see cref="FaceFile"/> reads back with the same pixels, labels and splits in the same
/// order: <c>train|validation|test/class/row.png</c>, the row with seven digits, from 1. Votes are not written. (Readers number classes in
/// their own order, FER-2013's first; a set whose classes stand in another one comes back with other numbers for the same names.)
/// </summary>
public static class FaceFolderWriter
{
    // What one system or another refuses.
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>Writes all faces of a set. The folder appears when it is complete.</summary>
    /// <param name="faces">The faces.</param>
    /// <param name="path">The folder: a new one, or one that is empty.</param>
    /// <exception cref="FaceDataException">There is something at the path, or the set would not be read back as it is: a class's name cannot
    /// be a folder's, or a split lacks a class.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(FaceSet faces, string path)
    {
        ArgumentNullException.ThrowIfNull(faces);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new FaceDataException($"{path}: it exists and is not an empty folder; expected a new or an empty one");
        CheckNames(faces.ClassNames, path);
        CheckSplits(faces, path);

        var parent = Path.GetDirectoryName(target)
            ?? throw new FaceDataException($"{path}: the root of the file system; expected a new or an empty folder");
        var unfinished = Path.Combine(parent, $".{Guid.NewGuid():N}");
        try
        {
            WritePictures(faces, unfinished);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(unfinished, target);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }
    }

    private static void WritePictures(FaceSet faces, string folder)
    {
        foreach (var split in faces.Splits.ToArray().Distinct())
        {
            foreach (var name in faces.ClassNames)
                Directory.CreateDirectory(Path.Combine(folder, FolderOf(split), name));
        }

        OnAllCores.For(faces.Count, (i, _) => File.WriteAllBytes(
            Path.Combine(folder, FolderOf(faces.Splits[i]), faces.ClassNames[faces.Labels[i]], $"{i + 1:D7}.png"),
            FacePicture.EncodePng(faces.Face(i))));
    }

    private static string FolderOf(Split split) => split switch
    {
        Split.Training => "train",
        Split.PublicTest => "validation",
        _ => "test",
    };

    private static void CheckNames(IReadOnlyList<string> names, string path)
    {
        foreach (var name in names)
        {
            if (name.AsSpan().ContainsAny(NotInNames) || name.Any(char.IsControl) || name != name.Trim() || name.EndsWith('.')
                || FolderContent.IsPassedOver(name))
            {
                throw new FaceDataException($"{path}: the class '{name.ReplaceLineEndings(" ")}' cannot be a folder; expected a name such as {Emotions.Names[0]}");
            }
        }

        var table = ClassTable.Of(names, path);
        if (table.Names.Count < names.Count || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count)
            throw new FaceDataException($"{path}: among the classes {string.Join(", ", names)} some would be read back as one; expected distinct names");
    }

    private static void CheckSplits(FaceSet faces, string path)
    {
        var present = Enumerable.Range(0, faces.Count).Select(i => (Split: faces.Splits[i], Label: faces.Labels[i])).ToHashSet();
        foreach (var split in present.Select(pair => pair.Split).Distinct().Order())
        {
            for (var label = 0; label < faces.ClassNames.Count; label++)
            {
                if (!present.Contains((split, (byte)label)))
                    throw new FaceDataException($"{path}: no {split} face is {faces.ClassNames[label]}; a folder needs every class in every split");
            }
        }
    }
}
