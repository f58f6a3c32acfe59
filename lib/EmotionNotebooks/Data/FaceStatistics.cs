namespace EmotionNotebooks.Data;

/// <summary>Brightness and contrast of faces.</summary>
public sealed class FaceStatistics
{
    private FaceStatistics(float[] means, float[] deviations) => (Means, Deviations) = (means, deviations);

    /// <summary>Mean of each face's pixels, 0 to 255, in the set's order.</summary>
    public IReadOnlyList<float> Means { get; }

    /// <summary>Standard deviation of each face's pixels (of the whole population), 0 for a face of a single grey.</summary>
    public IReadOnlyList<float> Deviations { get; }

    /// <summary>Computes them.</summary>
    /// <param name="faces">The faces.</param>
    public static FaceStatistics Of(FaceSet faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        var (means, deviations) = (new float[faces.Count], new float[faces.Count]);
        for (var i = 0; i < faces.Count; i++)
        {
            var (sum, squares) = (0L, 0L);
            foreach (var pixel in faces.Face(i))
            {
                sum += pixel;
                squares += pixel * pixel;
            }

            // Whole numbers up to here: what is left under the root is 0 exactly for a single grey.
            const long N = FaceSet.PixelsPerFace;
            means[i] = (float)(sum / (double)N);
            deviations[i] = (float)(Math.Sqrt((N * squares) - (sum * sum)) / N);
        }

        return new(means, deviations);
    }
}
