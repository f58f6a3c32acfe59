using System.Text;

namespace EmotionNotebooks.Interactive.Html;

/// <summary>A table of text; the first column names the rows. Columns of words stand left, numbers right.</summary>
/// <param name="Columns">What the columns are called.</param>
/// <param name="Rows">As many cells each.</param>
/// <param name="Words">The columns of words, from 0; the first always is one.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, params IReadOnlyList<int> Words)
{
    /// <summary>Names and values.</summary>
    public static Table Of(IEnumerable<(string Name, string Value)> facts) => new([], [.. facts.Select(fact => (string[])[fact.Name, fact.Value])], 1);

    public string Html() => $"<table>{Head()}<tbody>{string.Concat(Rows.Select(Row))}</tbody></table>";

    public string Head() => Columns.Count == 0
        ? ""
        : $"<thead><tr>{string.Concat(Columns.Select((name, c) => $"<th scope=\"col\"{Class(c)}>{Markup.Text(name)}</th>"))}</tr></thead>";

    public string Row(IReadOnlyList<string> cells) => $"<tr>{string.Concat(cells.Select((cell, c) => c == 0
        ? $"<th scope=\"row\"{Class(c)}>{Markup.Text(cell)}</th>"
        : $"<td{Class(c)}>{Markup.Text(cell)}</td>"))}</tr>";

    /// <summary>The same as plain text, columns two blanks apart.</summary>
    public string Plain()
    {
        IReadOnlyList<IReadOnlyList<string>> lines = Columns.Count == 0 ? Rows : [Columns, .. Rows];
        if (lines.Count == 0)
            return "";
        var widths = Enumerable.Range(0, lines[0].Count).Select(c => lines.Max(line => line[c].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(string.Join("  ", line.Select((cell, c) => IsWords(c) ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd()).Append('\n');
        return text.ToString(0, text.Length - 1);
    }

    private bool IsWords(int column) => column == 0 || Words.Contains(column);

    private string Class(int column) => IsWords(column) ? " class=\"words\"" : "";
}
