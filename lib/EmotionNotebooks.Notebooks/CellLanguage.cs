namespace EmotionNotebooks.Notebooks;

/// <summary>The languages that cells are written in, and the names that notebooks call them by.</summary>
public static class CellLanguage
{
    /// <summary>C#: what a cell is written in where nothing says otherwise.</summary>
    public const string CSharp = "csharp";

    /// <summary>Text for people.</summary>
    public const string Markdown = "markdown";

    /// <summary>Text for a converter such as nbconvert; it is neither run nor shown.</summary>
    public const string Raw = "raw";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CSharp,
        ["c#"] = CSharp,
        [".net (c#)"] = CSharp,
        ["fsharp"] = "fsharp",
        ["f#"] = "fsharp",
        [".net (f#)"] = "fsharp",
        ["pwsh"] = "pwsh",
        ["powershell"] = "pwsh",
        [".net (powershell)"] = "pwsh",
        ["markdown"] = Markdown,
        ["md"] = Markdown,
        ["html"] = "html",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["mermaid"] = "mermaid",
        ["sql"] = "sql",
        ["kql"] = "kql",
        ["http"] = "http",
        ["value"] = "value",
        ["raw"] = Raw,
    };

    /// <summary>The languages that our kernel runs.</summary>
    public static IReadOnlySet<string> Supported { get; } =
        new HashSet<string> { CSharp, Markdown, Raw, "html", "javascript", "mermaid" };

    /// <summary>The language of a name, such as <c>c#</c>, whatever its case; null where there is none of that name.</summary>
    /// <param name="name">The name.</param>
    public static string? Of(string name) => Names.GetValueOrDefault(name.Trim());

    /// <summary>The language that a line chooses for what follows (<c>#!html</c>); null where it chooses none.</summary>
    /// <param name="line">A line of a cell.</param>
    public static string? ChosenBy(string line) => line.StartsWith("#!", StringComparison.Ordinal) ? Of(line[2..]) : null;
}
