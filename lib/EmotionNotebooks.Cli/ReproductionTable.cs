using System.Text;

namespace EmotionNotebooks.Cli;

/// <summary>The table of published figures and ours.</summary>
internal static class ReproductionTable
{
    /// <summary>The line of a Markdown file after which the table stands.</summary>
    public const string Begin = "<!-- emotion reproduce -->";

    /// <summary>The line before which it ends.</summary>
    public const string End = "<!-- /emotion reproduce -->";

    /// <summary>Refuses a file without the two lines, before anything is trained.</summary>
    public static void RequireMarkers(string? path)
    {
        if (path is not null)
        {
            Find(path, File.ReadAllText(path));
        }
    }

    public static void Print(IReadOnlyList<ReproductionRow> rows) =>
        Report.Table([ReproductionRow.Heads, .. rows.Select(row => row.Cells())]);

    /// <summary>Leaves the table beside the trainings, and in a file of one's own where one is named.</summary>
    public static void Write(IReadOnlyList<ReproductionRow> rows, string folder, string? into)
    {
        var table = Markdown(rows);
        var path = Path.Combine(folder, "table.md");
        AtomicFile.WriteText(path, table);
        Report.Line($"table: {path}");
        if (into is null)
        {
            return;
        }

        var text = File.ReadAllText(into);
        var (start, end) = Find(into, text);
        AtomicFile.WriteText(into, text[..start] + "\n" + table + text[end..]);
        Report.Line($"table: {into}");
    }

    private static (int Start, int End) Find(string path, string text)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? (begin + Begin.Length, end)
            : throw new InvalidDataException($"{path} lacks the lines {Begin} and {End}, between which the table goes");
    }

    private static string Markdown(IReadOnlyList<ReproductionRow> rows)
    {
        var text = new StringBuilder();
        Row(ReproductionRow.Heads);
        Row(Array.ConvertAll(ReproductionRow.Heads, _ => "---"));
        foreach (var row in rows)
        {
            Row(row.Cells());
        }

        return text.ToString();

        void Row(string[] cells) => text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|"))).Append(" |\n");
    }
}
