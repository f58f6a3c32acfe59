namespace EmotionNotebooks.Plots;

/// <summary>How a plot is drawn.</summary>
public sealed record PlotOptions
{
    /// <summary>Colours; <see cref="PlotTheme.Light"/> by default.</summary>
    public PlotTheme Theme { get; init; } = PlotTheme.Light;

    /// <summary>Whether the chart carries its title; true by default.</summary>
    public bool ShowTitle { get; init; } = true;

    /// <summary>Whether the plot is arranged for a narrow place, such as a telephone: panels below each other instead of side by side, fewer
    /// pictures in a row; false by default.</summary>
    public bool Narrow { get; init; }

    /// <summary>Width in pixels, from 240 to 8000, or null (the default) to fill the place where it is shown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is outside its range.</exception>
    public int? Width { get; init => field = Pixels(value, nameof(Width)); }

    /// <summary>Height in pixels, from 240 to 8000, or null (the default) for what suits the plot.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The height is outside its range.</exception>
    public int? Height { get; init => field = Pixels(value, nameof(Height)); }

    private static int? Pixels(int? value, string name) =>
        value is null or (>= 240 and <= 8000)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 240 to 8000 pixels.");
}
