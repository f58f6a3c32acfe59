using System.Globalization;

namespace EmotionNotebooks.Plots;

/// <summary>Text and numbers as plots show them.</summary>
internal static class PlotText
{
    public const string FontFamily =
        "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

    /// <summary>A caller's text for plotly.js, which reads tags and entities in every label.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>At most <paramref name="length"/> characters, the middle left out: both ends of long names matter.</summary>
    public static string Shorten(string text, int length)
    {
        var flat = text.ReplaceLineEndings(" ");
        if (flat.Length <= length)
            return flat;
        var head = (length - 1) * 2 / 3;
        var tail = length - 1 - head;
        // Never between the two halves of a character outside the basic plane.
        if (char.IsHighSurrogate(flat[head - 1]))
            head--;
        if (char.IsLowSurrogate(flat[^tail]))
            tail--;
        return $"{flat[..head].TrimEnd()}…{flat[^tail..].TrimStart()}";
    }

    /// <summary>A list of facts, separated by " · ", as far as it fits. The last one, which names something, may be shortened to no less than 16
    /// characters; another that does not fit is left out with what follows, since half a number is none.</summary>
    public static string ShortenList(string text, int length)
    {
        const string Separator = " · ";
        var facts = text.ReplaceLineEndings(" ").Split(Separator);
        var result = "";
        foreach (var (i, fact) in facts.Index())
        {
            var before = result.Length == 0 ? "" : result + Separator;
            var room = length - before.Length;
            if (fact.Length > room && (i < facts.Length - 1 || room < 16))
                return result;
            result = before + Shorten(fact, room);
        }

        return result;
    }

    public static string Percent(double share, int decimals = 1) =>
        (100 * share).ToString($"F{decimals}", CultureInfo.InvariantCulture) + "%";

    public static string PercentRange(double low, double high, int decimals = 1) =>
        $"{(100 * low).ToString($"F{decimals}", CultureInfo.InvariantCulture)}–{Percent(high, decimals)}";

    public static string Loss(double loss) =>
        double.IsFinite(loss) ? loss.ToString("F4", CultureInfo.InvariantCulture) : "not finite";

    public static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    public static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Such as "85.2 M".</summary>
    public static string Millions(long count) => string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:N1} M");

    public static string Duration(double seconds)
    {
        if (seconds < 60)
            return string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");
        var time = TimeSpan.FromSeconds(Math.Min(Math.Round(seconds), int.MaxValue));
        return time.TotalHours < 1
            ? $"{time.Minutes} min {time.Seconds:00} s"
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):N0} h {time.Minutes:00} min");
    }
}
