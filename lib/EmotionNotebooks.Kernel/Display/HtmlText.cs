using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace EmotionNotebooks.Kernel.Display;

/// <summary>The text of HTML, for where HTML cannot be shown.</summary>
internal static partial class HtmlText
{
    private const int Longest = 4_000;

    // Marks that no text has: the end of a cell, a space that stays.
    private const char Cell = '\u0001';
    private const char Kept = '\u0002';

    /// <summary>The text alone: rows and paragraphs as lines, cells two spaces apart, styles and scripts left out.</summary>
    /// <param name="html">The HTML.</param>
    public static string Of(string html)
    {
        var text = Silent().Replace(html, "");
        text = Preformatted().Replace(text, pre => pre.Value.Replace("\n", "<br>", StringComparison.Ordinal).Replace(' ', Kept));
        text = Space().Replace(text, " ");
        text = CellEnd().Replace(text, $"{Cell}");
        text = LineEnd().Replace(text, "\n");
        text = WebUtility.HtmlDecode(Tag().Replace(text, ""));

        var lines = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var row = string.Join("  ", line.Split(Cell, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            if (row.Length == 0)
                continue;
            lines.Append(lines.Length > 0 ? "\n" : "").Append(row.Replace(Kept, ' '));
            if (lines.Length > Longest)
                return lines.ToString(0, Longest) + " …";
        }

        return lines.ToString();
    }

    [GeneratedRegex(@"<(style|script|template)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Silent();

    [GeneratedRegex("<pre\\b.*?</pre>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Preformatted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("</t[dh]>", RegexOptions.IgnoreCase)]
    private static partial Regex CellEnd();

    [GeneratedRegex("<br[^<>]*>|</(tr|p|div|li|h[1-6]|pre|summary|details|table|ul|ol|section|figure)>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}
