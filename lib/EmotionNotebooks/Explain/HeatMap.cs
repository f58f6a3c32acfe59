using EmotionNotebooks.Data;

namespace EmotionNotebooks.Explain;

/// <summary>A value from 0 to 1 for each pixel of a face. Immutable.</summary>
public sealed class HeatMap
{
    private readonly ReadOnlyMemory<float> _values;

    /// <param name="values">48 × 48 values from 0 to 1, row-major, which must not be changed afterwards (they are not copied).</param>
    /// <exception cref="ArgumentException">There is another number of values, or one is outside 0 to 1.</exception>
    public HeatMap(ReadOnlyMemory<float> values)
    {
        if (values.Length != FaceSet.PixelsPerFace)
        {
            throw new ArgumentException($"a map of {values.Length} values; expected {FaceSet.PixelsPerFace}");
        }

        foreach (var value in values.Span)
        {
            Highest = value is >= 0 and <= 1
                ? Math.Max(Highest, value)
                : throw new ArgumentException($"a map with the value {value}; expected 0 to 1");
        }

        _values = values;
    }

    /// <summary>All values: (48, 48), row-major.</summary>
    public ReadOnlySpan<float> Values => _values.Span;

    /// <summary>The highest value.</summary>
    public float Highest { get; }

    /// <summary>The centre of mass in pixels from the left and the top edge, (24, 24) being the face's middle; null where all is 0.</summary>
    public (double X, double Y)? Centre
    {
        get
        {
            var (sum, x, y) = (0.0, 0.0, 0.0);
            for (var i = 0; i < Values.Length; i++)
            {
                sum += Values[i];
                x += Values[i] * ((i % FaceSet.Side) + 0.5);
                y += Values[i] * ((i / FaceSet.Side) + 0.5);
            }

            return sum > 0 ? (x / sum, y / sum) : null;
        }
    }
}
