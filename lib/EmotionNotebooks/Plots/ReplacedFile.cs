namespace EmotionNotebooks.Plots;

/// <summary>Files that appear whole or not at all.</summary>
internal static class ReplacedFile
{
    /// <summary>Lets <paramref name="write"/> write a file beside the target, then renames it over the target.</summary>
    public static void Write(string path, Action<string> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        // The extension stays last: some writers choose their format by it.
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Guid.NewGuid():N}{Path.GetExtension(full)}");
        try
        {
            write(temporary);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
