using System.IO.Enumeration;

namespace EmotionNotebooks.Faces;

/// <summary>Finds picture files: a file, all of a folder, or those that a pattern matches.</summary>
public static class PictureFiles
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".bmp", ".webp"];

    /// <summary>The pictures of a source, in the order of their paths.</summary>
    /// <param name="source">
    /// A file, whatever its name; a folder, whose PNG, JPEG, BMP and WebP files are taken, those of folders in it too; or a pattern such as
    /// <c>holiday/*.jpg</c> or <c>photos/**/*.png</c>.
    /// </param>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or none that the pattern matches.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder has no picture.</exception>
    public static IReadOnlyList<PictureFile> Find(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        if (File.Exists(source))
        {
            return [new(source, Path.GetFileName(source))];
        }

        if (Directory.Exists(source))
        {
            var all = Below(source, recursive: true).Where(IsPicture).Select(path => Named(source, path)).ToArray();
            return all.Length > 0
                ? all
                : throw new DirectoryNotFoundException($"{source}: no picture in this folder; expected files that end in {string.Join(", ", Extensions)}");
        }

        return source.AsSpan().ContainsAny('*', '?')
            ? Match(source)
            : throw new FileNotFoundException($"{source}: no such file or folder; expected a picture, a folder of pictures, or a pattern such as '*.jpg'");
    }

    private static PictureFile[] Match(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var fixedParts = parts.TakeWhile(part => !part.AsSpan().ContainsAny('*', '?')).ToArray();
        var root = fixedParts is [] ? "." : string.Join('/', fixedParts) is { Length: > 0 } folder ? folder : "/";
        var rest = parts[fixedParts.Length..];
        PictureFile[] found = Directory.Exists(root)
            ? [.. Below(root, rest.Length > 1).Select(path => Named(root, path)).Where(file => Fits(file.Name.Split('/'), rest))]
            : [];
        return found.Length > 0 ? found : throw new FileNotFoundException($"{pattern}: no file matches this pattern");
    }

    private static bool Fits(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty || path.IsEmpty)
        {
            return pattern.IsEmpty && path.IsEmpty;
        }

        return pattern[0] == "**"
            ? Fits(path, pattern[1..]) || Fits(path[1..], pattern)
            : FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && Fits(path[1..], pattern[1..]);
    }

    private static IOrderedEnumerable<string> Below(string folder, bool recursive) =>
        Directory.EnumerateFiles(folder, "*", recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly).Order(StringComparer.Ordinal);

    private static PictureFile Named(string root, string path) => new(path, Path.GetRelativePath(root, path).Replace('\\', '/'));

    private static bool IsPicture(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
