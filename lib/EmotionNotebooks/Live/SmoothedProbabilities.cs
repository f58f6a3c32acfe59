namespace EmotionNotebooks.Live;

/// <summary>Probabilities smoothed exponentially over time: what was seen <c>timeConstant</c> seconds ago weighs 1/e of what is seen now.</summary>
/// <param name="timeConstant">In seconds; 0 for no smoothing.</param>
public sealed class SmoothedProbabilities(double timeConstant)
{
    private float[] _values = [];
    private double _last;

    /// <summary>The smoothed probabilities, which sum to 1; empty before the first.</summary>
    public IReadOnlyList<float> Values => _values;

    /// <summary>Adds what was seen.</summary>
    /// <param name="seconds">When; not before the last time.</param>
    /// <param name="probabilities">One for each class, always as many.</param>
    public void Add(double seconds, ReadOnlySpan<float> probabilities)
    {
        var share = _values.Length == 0 || timeConstant == 0 ? 1 : 1 - Math.Exp(-(seconds - _last) / timeConstant);
        var values = new float[probabilities.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = share == 1 ? probabilities[i] : (float)(_values[i] + share * (probabilities[i] - _values[i]));
        }

        (_values, _last) = (values, seconds);
    }
}
