namespace EmotionNotebooks.Plots;

/// <summary>
/// The colours of a plot, as CSS. The series take blue, orange and green of the Okabe-Ito palette, which people with any of the
/// common colour-vision deficiencies tell apart; plots give lines different dashes as well.
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
        Test = "#009e73",
        Band = "rgba(213, 94, 0, 0.20)",
        Low = "#f3f6f9",
        High = "#08508c",
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
        Test = "#2fbf93",
        Band = "rgba(230, 159, 0, 0.24)",
        Low = "#1c232b",
        High = "#6fc3f2",
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

    /// <summary>The series of the final exam, or of a third kind.</summary>
    public required string Test { get; init; }

    /// <summary>The interval around the validation series.</summary>
    public required string Band { get; init; }

    /// <summary>The cells of a heat map where there is nothing, as #rrggbb.</summary>
    public required string Low { get; init; }

    /// <summary>The cells of a heat map where there is all, as #rrggbb.</summary>
    public required string High { get; init; }
}
