namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>Files and folders whose name begins with what is there.</summary>
internal static class PathChoices
{
    private const int Most = 500;

    /// <summary>Lists them; the place after the last slash is where they begin.</summary>
    /// <param name="typed">The path as far as it is there.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="extensions">Which files, such as <c>.dll</c>.</param>
    public static IReadOnlyList<CompletionItem> Of(string typed, string folder, IReadOnlyCollection<string> extensions)
    {
        var name = typed[NameStart(typed)..];
        var choices = new Choices(name);
        try
        {
            var searched = new DirectoryInfo(Path.GetFullPath(typed[..NameStart(typed)], folder));
            foreach (var entry in searched.EnumerateFileSystemInfos().Where(it => choices.Fits(it.Name) && (name.StartsWith('.') || !it.Name.StartsWith('.'))).Take(Most))
            {
                if (entry is DirectoryInfo)
                {
                    choices.Add(entry.Name + "/", "path", Rank.Far);
                }
                else if (extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                {
                    choices.Add(entry.Name, "path", Rank.Near);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // There is no such folder, or it may not be read: nothing is there to choose from.
        }

        return choices.ToList();
    }

    /// <summary>Where the last name of a path begins.</summary>
    public static int NameStart(string typed) => typed.LastIndexOfAny(['/', Path.DirectorySeparatorChar]) + 1;
}
