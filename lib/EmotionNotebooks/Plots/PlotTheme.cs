namespace EmotionNotebooks.Plots;

/// <summary>
/// The colours of a plot, as CSS. The two series take blue and orange of the Okabe-Ito palette, which people with any of the
/// common colour-vision deficiencies tell apart; plots give them different dashes as well.
/// </summary>
public sealed record PlotTheme
{
    private PlotTheme()
    {
    }

    /// <summary>Dark on white.</summary>
    public static PlotTheme Light { get; } = new()
    {
        Name = "light",
        Background = "#ffffff",
        Text = "#1f2933",
        Muted = "#52606d",
        Grid = "#e4e7eb",
        Training = "#0072b2",
        Validation = "#d55e00",
        Band = "rgba(213, 94, 0, 0.20)",
    };

    /// <summary>Light on near black.</summary>
    public static PlotTheme Dark { get; } = new()
    {
        Name = "dark",
        Background = "#14181d",
        Text = "#e6eaee",
        Muted = "#a3afbb",
        Grid = "#2b323a",
        Training = "#56b4e9",
        Validation = "#e69f00",
        Band = "rgba(230, 159, 0, 0.24)",
    };

    /// <summary>"light" or "dark".</summary>
    public required string Name { get; init; }

    /// <summary>Behind everything.</summary>
    public required string Background { get; init; }

    /// <summary>Titles and labels.</summary>
    public required string Text { get; init; }

    /// <summary>Less important text.</summary>
    public required string Muted { get; init; }

    /// <summary>Grid lines and borders.</summary>
    public required string Grid { get; init; }

    /// <summary>The training series.</summary>
    public required string Training { get; init; }

    /// <summary>The validation series.</summary>
    public required string Validation { get; init; }

    /// <summary>The interval around the validation series.</summary>
    public required string Band { get; init; }
}
