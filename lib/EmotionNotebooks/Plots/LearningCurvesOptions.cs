namespace EmotionNotebooks.Plots;

/// <summary>How learning curves are drawn.</summary>
public sealed record LearningCurvesOptions
{
    /// <summary>Colours; <see cref="PlotTheme.Light"/> by default.</summary>
    public PlotTheme Theme { get; init; } = PlotTheme.Light;

    /// <summary>Whether the chart carries its title; true by default.</summary>
    public bool ShowTitle { get; init; } = true;

    /// <summary>Whether loss stands below accuracy instead of beside it, for narrow places; false by default.</summary>
    public bool Stacked { get; init; }

    /// <summary>Width in pixels, from 240 to 8000, or null (the default) to fill the place where it is shown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is outside its range.</exception>
    public int? Width { get; init => field = Pixels(value, nameof(Width)); }

    /// <summary>Height in pixels, from 240 to 8000, or null for 520 (840 when stacked).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The height is outside its range.</exception>
    public int? Height { get; init => field = Pixels(value, nameof(Height)); }

    /// <summary>The height that applies.</summary>
    internal int EffectiveHeight => Height ?? (Stacked ? 840 : 520);

    private static int? Pixels(int? value, string name) =>
        value is null or (>= 240 and <= 8000)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 240 to 8000 pixels.");
}
