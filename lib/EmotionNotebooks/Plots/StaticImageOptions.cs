namespace EmotionNotebooks.Plots;

/// <summary>How a page becomes a picture.</summary>
public sealed record StaticImageOptions
{
    /// <summary>Picture pixels per page pixel, from 0.5 to 4; 2 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale is outside its range.</exception>
    public double Scale
    {
        get;
        init => field = value is >= 0.5 and <= 4
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Scale), value, "Scale must be from 0.5 to 4.");
    } = 2;

    /// <summary>How long the browser may take before it is ended, more than zero; a minute by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not more than zero.</exception>
    public TimeSpan TimeLimit
    {
        get;
        init => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TimeLimit), value, "TimeLimit must be more than zero.");
    } = TimeSpan.FromMinutes(1);

    /// <summary>Path of a Chromium browser, or null (the default) to look for one (<see cref="HeadlessBrowser.Find()"/>).</summary>
    public string? Browser { get; init; }
}
