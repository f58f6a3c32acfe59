namespace EmotionNotebooks.Explain;

/// <summary>What a network says of a face, and where it looked.</summary>
/// <param name="Origin">Where the face stands: a row, or a file.</param>
/// <param name="Face">Its (48, 48) grey bytes.</param>
/// <param name="Label">The class it is labelled with; null where it has no label.</param>
/// <param name="Predicted">The class with the highest probability.</param>
/// <param name="Probability">That class's probability.</param>
/// <param name="Explained">The class that the maps explain.</param>
/// <param name="ExplainedProbability">Its probability.</param>
/// <param name="GradCam">What speaks for the class, 1 where most does (<see cref="Explain.GradCam"/>).</param>
/// <param name="Occlusion">How much of its probability is lost where the face is covered (<see cref="Explain.Occlusion"/>).</param>
public sealed record FaceExplanation(
    string Origin,
    ReadOnlyMemory<byte> Face,
    string? Label,
    string Predicted,
    double Probability,
    string Explained,
    double ExplainedProbability,
    HeatMap GradCam,
    HeatMap Occlusion)
{
    /// <summary>Whether the face has a label and the prediction is another class.</summary>
    public bool IsWrong => Label is not null && Label != Predicted;
}
