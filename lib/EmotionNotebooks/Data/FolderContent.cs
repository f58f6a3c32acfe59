using System.IO.Enumeration;

namespace EmotionNotebooks.Data;

/// <summary>The names in one folder, in ordinal order. Links are followed, except to where they would lead in a circle.</summary>
/// <param name="Folders">The folders in it, but for hidden ones and those that archivers leave behind.</param>
/// <param name="Pictures">The files whose names end like a picture's.</param>
/// <param name="Others">Everything else, which nobody asked for.</param>
internal sealed record FolderContent(string[] Folders, string[] Pictures, string[] Others)
{
    /// <summary>The endings of pictures, in any case, for messages.</summary>
    public const string Endings = ".png, .jpg, .jpeg, .bmp or .webp";

    private enum Kind
    {
        Folder,
        Picture,
        Other,
    }

    /// <summary>Lists a folder.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="where">What to call it in messages.</param>
    /// <exception cref="FaceDataException">It cannot be listed.</exception>
    public static FolderContent Of(string folder, string where)
    {
        try
        {
            var everything = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false };
            var entries = new FileSystemEnumerable<(string Name, Kind Kind)>(folder, (ref entry) => (entry.FileName.ToString(), KindOf(ref entry)),
                everything).OrderBy(entry => entry.Name, StringComparer.Ordinal).ToLookup(entry => entry.Kind, entry => entry.Name);
            return new([.. entries[Kind.Folder]], [.. entries[Kind.Picture]], [.. entries[Kind.Other]]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaceDataException($"{where}: the folder cannot be read ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')})", e);
        }
    }

    /// <summary>The first few of some names, for messages.</summary>
    public static string Excerpt(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(3).Select(name => $"'{name}'")) + (names.Count > 3 ? $" and {names.Count - 3} more" : "");

    /// <summary>Whether a folder or file of this name is passed over: hidden, or left behind by an archiver.</summary>
    public static bool IsPassedOver(ReadOnlySpan<char> name) => name.StartsWith('.') || name is "__MACOSX";

    private static Kind KindOf(ref FileSystemEntry entry)
    {
        if (entry.IsHidden || IsPassedOver(entry.FileName))
            return Kind.Other;
        if (entry.IsDirectory)
            return entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && LeadsBack(ref entry) ? Kind.Other : Kind.Folder;
        return IsPicture(entry.FileName) ? Kind.Picture : Kind.Other;
    }

    private static bool LeadsBack(ref FileSystemEntry entry)
    {
        var target = Directory.ResolveLinkTarget(entry.ToFullPath(), returnFinalTarget: true);
        return target is null || $"{Path.GetFullPath(entry.Directory.ToString())}/".StartsWith($"{target.FullName.TrimEnd('/')}/", StringComparison.Ordinal);
    }

    private static bool IsPicture(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<string> endings = [".png", ".jpg", ".jpeg", ".bmp", ".webp"];
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
