using System.Text.Json;
using System.Text.RegularExpressions;

namespace EmotionNotebooks.Compat.Tests;

/// <summary>The words in notebooks' code, whose use of a library no metadata shows.</summary>
internal static partial class NotebookWords
{
    /// <param name="folders">Folders of notebooks, below the repository's.</param>
    public static HashSet<string> In(params string[] folders)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.ipynb", SearchOption.AllDirectories)))
            words.UnionWith(Code(file).SelectMany(code => Word().Matches(code)).Select(match => match.Value));
        return words;
    }

    // A cell's text is one string, or one for each line.
    private static List<string> Code(string file)
    {
        using var notebook = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. notebook.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
            .Select(cell => cell.GetProperty("source"))
            .SelectMany(source => source.ValueKind == JsonValueKind.Array ? source.EnumerateArray().Select(line => line.GetString()!) : [source.GetString()!])];
    }

    [GeneratedRegex(@"\b[A-Za-z_][A-Za-z0-9_]*\b")]
    private static partial Regex Word();
}
