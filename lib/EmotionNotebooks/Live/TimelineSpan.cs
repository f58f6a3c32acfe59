namespace EmotionNotebooks.Live;

/// <summary>A stretch of time in which a person was seen with one emotion.</summary>
/// <param name="Person">The person's number.</param>
/// <param name="Label">The emotion.</param>
/// <param name="From">In seconds.</param>
/// <param name="To">In seconds.</param>
public readonly record struct TimelineSpan(int Person, string Label, double From, double To)
{
    /// <summary>In seconds.</summary>
    public double Duration => To - From;
}
