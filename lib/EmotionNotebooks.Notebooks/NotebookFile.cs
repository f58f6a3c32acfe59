namespace EmotionNotebooks.Notebooks;

/// <summary>Notebooks in files, told apart by their extension.</summary>
public static class NotebookFile
{
    /// <summary>Reads an .ipynb or .dib, or a .csx or .cs as a notebook of one cell.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotebookException">It is not what its extension says, or has another extension.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static NotebookDocument Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new NotebookException($"{path}: no such file; expected a notebook (.ipynb, .dib) or a script (.csx, .cs)");
        }

        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".ipynb" => Ipynb.Parse(text, path),
            ".dib" => Dib.Parse(text),
            ".csx" or ".cs" => new([new(CellLanguage.CSharp, text)]),
            var other => throw new NotebookException($"{path}: its extension is '{other}'; expected .ipynb, .dib, .csx or .cs"),
        };
    }

    /// <summary>A notebook in the form that a file's extension names.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="path">The file to be; nothing is written.</param>
    /// <exception cref="NotebookException">The extension is neither .ipynb nor .dib.</exception>
    public static string Format(NotebookDocument notebook, string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".ipynb" => Ipynb.Format(notebook),
        ".dib" => Dib.Format(notebook),
        var other => throw new NotebookException($"{path}: its extension is '{other}'; expected .ipynb or .dib"),
    };
}
