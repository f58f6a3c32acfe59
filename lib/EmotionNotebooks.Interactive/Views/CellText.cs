using System.Globalization;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>Values of a data frame as text.</summary>
internal static class CellText
{
    private const int LongestText = 200;

    /// <summary>Values of one column: fractions get as many decimals as give the largest six digits, so that the points stand below each other.</summary>
    public static string[] Of(object?[] values)
    {
        var numbers = values.Where(value => value is float or double).Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)).Where(double.IsFinite).ToArray();
        var largest = numbers.Select(Math.Abs).DefaultIfEmpty().Max();
        if (numbers.All(double.IsInteger) || largest is < 0.001 or >= 1e9)
            return Array.ConvertAll(values, Of);
        var format = $"F{Math.Clamp(5 - (int)Math.Floor(Math.Log10(largest)), 1, 6)}";
        return Array.ConvertAll(values, value => value is float or double ? ((IFormattable)value).ToString(format, CultureInfo.InvariantCulture) : Of(value));
    }

    /// <summary>One value.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => PlotText.Shorten(text, LongestText),
        float number => number.ToString("G6", CultureInfo.InvariantCulture),
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
