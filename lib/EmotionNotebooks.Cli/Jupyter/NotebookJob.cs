namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>A notebook to run.</summary>
/// <param name="Name">Its name, without extension.</param>
/// <param name="Source">Its file.</param>
/// <param name="Ipynb">Where the notebook with its outputs goes; null for nowhere.</param>
/// <param name="Html">Where the page of it goes; null for nowhere.</param>
internal sealed record NotebookJob(string Name, string Source, string? Ipynb, string? Html);
