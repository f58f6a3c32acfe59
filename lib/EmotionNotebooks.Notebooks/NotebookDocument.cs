namespace EmotionNotebooks.Notebooks;

/// <summary>A notebook: cells in their order.</summary>
/// <param name="Cells">The cells.</param>
public sealed record NotebookDocument(IReadOnlyList<NotebookCell> Cells);
