using System.Globalization;

namespace EmotionNotebooks.Plots;

/// <summary>The colours of a heat map's cells and of the text on them, each as #rrggbb.</summary>
internal static class CellColor
{
    private const string Dark = "#000000";
    private const string Light = "#ffffff";

    /// <summary>The cell's colour: <paramref name="low"/> at 0, <paramref name="high"/> at 1, between them in a straight line, as plotly.js does.</summary>
    public static string Mix(string low, string high, double share)
    {
        var (a, b) = (Parse(low), Parse(high));
        return string.Concat(a.Zip(b, (from, to) => ((int)Math.Round(from + share * (to - from))).ToString("x2", CultureInfo.InvariantCulture)).Prepend("#"));
    }

    /// <summary>Black or white, whichever stands out more from a colour: at least 4.5 to 1, whatever the colour.</summary>
    public static string TextOn(string color) => Contrast(color, Dark) >= Contrast(color, Light) ? Dark : Light;

    /// <summary>The contrast of two colours, 1 to 21, as the W3C's accessibility guidelines (WCAG 2.1) define it.</summary>
    public static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        var linear = Array.ConvertAll(Parse(color), value =>
        {
            var share = value / 255.0;
            return share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        });
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static int[] Parse(string color)
    {
        return [Byte(1), Byte(3), Byte(5)];

        int Byte(int at) => int.Parse(color.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
