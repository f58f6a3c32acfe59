using System.Text;

namespace EmotionNotebooks.Notebooks;

/// <summary>
/// The .dib of Polyglot Notebooks: text in which a line such as <c>#!csharp</c> begins a cell, and <c>#!meta</c> a JSON that
/// names the kernels.
/// </summary>
public static class Dib
{
    private const string Meta = "#!meta";
    private const string Header = """{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":["c#","C#"],"languageName":"C#","name":"csharp"}]}}""";

    /// <summary>Reads a notebook.</summary>
    /// <param name="text">The file's text.</param>
    public static NotebookDocument Parse(string text)
    {
        var cells = new List<NotebookCell>();
        var language = CellLanguage.CSharp;
        var source = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var begun = line.TrimEnd() == Meta ? Meta : CellLanguage.ChosenBy(line);
            if (begun is null)
            {
                source.Append(line).Append('\n');
                continue;
            }

            End();
            language = begun;
        }

        End();
        return new(cells);

        void End()
        {
            var body = source.ToString().Trim('\n');
            source.Clear();
            if (language != Meta && body.Trim().Length > 0)
            {
                cells.Add(new(language, body));
            }
        }
    }

    /// <summary>Writes a notebook; what cells have shown is left out, since the form has no place for it.</summary>
    /// <param name="notebook">The notebook.</param>
    public static string Format(NotebookDocument notebook)
    {
        var text = new StringBuilder().Append(Meta).Append("\n\n").Append(Header).Append('\n');
        foreach (var cell in notebook.Cells)
        {
            text.Append("\n#!").Append(cell.Language).Append("\n\n").Append(cell.Source.Trim('\n')).Append('\n');
        }

        return text.ToString();
    }
}
