namespace EmotionNotebooks.Faces;

/// <summary>What a network says of one face.</summary>
/// <param name="Box">Where the face is, in pixels of the picture; the whole picture where that was said to be the face.</param>
/// <param name="DetectionScore">How sure the detector is; 1 for a picture that was said to be the face.</param>
/// <param name="ClassNames">The network's classes.</param>
/// <param name="Probabilities">One probability per class, in the classes' order; they sum to 1.</param>
/// <param name="IsUncertain">Whether the largest probability is below the threshold that the reader was given.</param>
public sealed record FaceReading(
    FaceBox Box, double DetectionScore, IReadOnlyList<string> ClassNames, IReadOnlyList<float> Probabilities, bool IsUncertain)
{
    /// <summary>The class with the largest probability.</summary>
    public string Predicted => ClassNames[Largest];

    /// <summary>The largest probability.</summary>
    public float Confidence => Probabilities[Largest];

    private int Largest => Enumerable.Range(0, Probabilities.Count).MaxBy(i => Probabilities[i]);
}
