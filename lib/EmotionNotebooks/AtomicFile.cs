namespace EmotionNotebooks;

/// <summary>Writes files beside their target and renames them: a reader sees the old file or the new one, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file as a whole, making its folder when it is missing.</summary>
    /// <param name="path">The target; an older file there is replaced once everything is on disk.</param>
    /// <param name="write">Writes the content. What it throws leaves the older file as it was.</param>
    public static void Write(string path, Action<Stream> write) =>
        WriteBeside(path, temporary =>
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
            write(stream);
            stream.Flush(flushToDisk: true);
        });

    /// <summary>The same for writers that want a path.</summary>
    /// <param name="path">The target, as in <see cref="Write"/>.</param>
    /// <param name="write">Writes the content to the path it is given, which has the target's extension.</param>
    public static void WriteBeside(string path, Action<string> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
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

    /// <summary>Removes from a folder what a process that was killed left half-written. Nobody else may be writing there.</summary>
    /// <param name="folder">The folder.</param>
    public static void RemoveLeftovers(string folder)
    {
        foreach (var path in Directory.GetFiles(folder))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (name.StartsWith('.') && Guid.TryParseExact(name[1..], "N", out _))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Writes a text file as a whole, in UTF-8 without a byte-order mark.</summary>
    /// <param name="path">The target, as in <see cref="Write"/>.</param>
    /// <param name="text">The content.</param>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
