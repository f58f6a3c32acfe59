using System.Text.Json.Nodes;

namespace EmotionNotebooks.Notebooks;

/// <summary>A cell of a notebook.</summary>
/// <param name="Language">Its language: a name of <see cref="CellLanguage"/>, or the notebook's own word where that is none.</param>
/// <param name="Source">Its text, with \n between lines and without a line that chooses the language.</param>
public sealed record NotebookCell(string Language, string Source)
{
    /// <summary>The cell's id in its .ipynb; null where it came from elsewhere.</summary>
    public string? Id { get; init; }

    /// <summary>Number of its last run; null where it never ran.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What it showed, as the .ipynb has it; null where nothing is kept.</summary>
    public JsonArray? Outputs { get; init; }

    /// <summary>Pictures that its text shows, as the .ipynb has them; null where there are none.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>Metadata that is no kernel's business, such as tags and a slide's kind; null where there is none.</summary>
    public JsonObject? Metadata { get; init; }
}
