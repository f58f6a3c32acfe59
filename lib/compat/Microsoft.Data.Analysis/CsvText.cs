using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>Comma-separated values: cells may be quoted, a quote inside is doubled, blank lines are skipped, cells are trimmed.</summary>
internal static class CsvText
{
    public static IEnumerable<string[]> Read(string text, char separator)
    {
        var cells = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            cells.Add(Cell(text, separator, ref at));
            if (at < text.Length && text[at] == separator)
            {
                at++;
                // A separator at the very end has an empty cell behind it.
                if (at < text.Length)
                    continue;
                cells.Add("");
            }

            while (at < text.Length && text[at] is '\r' or '\n')
                at++;
            if (cells is not [""])
                yield return [.. cells];
            cells.Clear();
        }
    }

    public static string Cell(object value, char separator, CultureInfo culture) => value switch
    {
        float number => number.ToString("G9", culture),
        double number => number.ToString("G17", culture),
        string text when text.AsSpan().ContainsAny(separator, '\n', '"') => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        IFormattable other => other.ToString(null, culture),
        _ => value?.ToString() ?? "",
    };

    /// <summary>Names that occur again get numbers: a, a.1, a.2.</summary>
    public static string[] Distinct(string[] names)
    {
        var seen = new Dictionary<string, int>();
        return [.. names.Select(name =>
        {
            var number = seen[name] = seen.GetValueOrDefault(name, -1) + 1;
            return number == 0 ? name : $"{name}.{number}";
        })];
    }

    public static IEnumerable<string> Cells(IEnumerable<string[]> lines, int column) => lines.Select((line, i) =>
        column < line.Length ? line[column] : throw new FormatException($"Line {i + 1} has less columns than expected"));

    /// <summary>bool, float, DateTime or string: what all cells with something in them are; text where they differ.</summary>
    public static Type Guess(IEnumerable<string> cells)
    {
        var kinds = cells.Where(cell => !string.IsNullOrEmpty(cell) && !cell.Equals("null", StringComparison.OrdinalIgnoreCase)).Select(Kind).Distinct().ToList();
        Type[] byStrength = [typeof(string), typeof(float), typeof(bool), typeof(DateTime)];
        return byStrength.FirstOrDefault(kinds.Contains) ?? typeof(string);
    }

    private static Type Kind(string cell) =>
        bool.TryParse(cell, out _) ? typeof(bool)
        : float.TryParse(cell, out _) ? typeof(float)
        : DateTime.TryParse(cell, out _) ? typeof(DateTime)
        : typeof(string);

    private static string Cell(string text, char separator, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' && text[at] != separator)
            at++;
        var cell = new StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            for (at++; at < text.Length; at++)
            {
                if (text[at] == '"' && (at + 1 == text.Length || text[++at] != '"'))
                    break;
                cell.Append(text[at]);
            }

            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
                at++;
            return cell.ToString();
        }

        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
            cell.Append(text[at++]);
        return cell.ToString().Trim();
    }
}
