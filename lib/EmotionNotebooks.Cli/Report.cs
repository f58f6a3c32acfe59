using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Cli;

/// <summary>What commands print on standard output.</summary>
internal static class Report
{
    public static void Line(string text) => Console.WriteLine(text);

    /// <summary>Names and values in two columns.</summary>
    public static void Rows(params (string Name, string Value)[] rows)
    {
        var width = rows.Max(row => row.Name.Length);
        foreach (var (name, value) in rows)
        {
            Console.WriteLine($"{name.PadRight(width)}  {value}");
        }
    }

    public static void Accuracy(string part, Predictions predictions) => Line($"{part} accuracy {predictions.AccuracyInterval()}");

    /// <summary>Such as "64.55–67.66%".</summary>
    public static string Interval(double low, double high) => $"{low * 100:0.00}–{Percent(high)}";

    /// <summary>Such as "66.12%".</summary>
    public static string Percent(double share) => $"{share * 100:0.00}%";

    /// <summary>A table of text, the first column left, the others right.</summary>
    public static void Table(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(row => row[c].Length)).ToArray();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
        }
    }
}
