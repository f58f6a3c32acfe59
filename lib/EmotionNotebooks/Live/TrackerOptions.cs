namespace EmotionNotebooks.Live;

/// <summary>How a <see cref="FaceTracker"/> tells persons apart.</summary>
public sealed record TrackerOptions
{
    /// <summary>In how many frames a face must be seen before it gets a number; 3 by default, at least 1. What a detector sees by mistake rarely lasts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int ConfirmAfter
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(ConfirmAfter), $"a face is confirmed after {value} frames; it must be at least 1");
    }
    = 3;

    /// <summary>For how many seconds a person may be out of sight and keep the number; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or no number.</exception>
    public double LostAfter { get; init => field = Seconds(value, nameof(LostAfter)); } = 1;

    /// <summary>The time constant of the smoothing of probabilities in seconds, whatever the rate of frames; 0.4 by default, 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or no number.</exception>
    public double Smoothing { get; init => field = Seconds(value, nameof(Smoothing)); } = 0.4;

    private static double Seconds(double value, string name) =>
        double.IsFinite(value) && value >= 0 ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be 0 seconds or more");
}
