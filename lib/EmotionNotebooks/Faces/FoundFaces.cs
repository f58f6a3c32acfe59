namespace EmotionNotebooks.Faces;

/// <summary>The faces of one picture, cut out and ready for a network: the first half of a reading.</summary>
/// <param name="Origin">Where the picture comes from.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Faces">The N faces, the largest first.</param>
/// <param name="Crops">N × 48 × 48 grey bytes.</param>
public sealed record FoundFaces(string Origin, int Width, int Height, IReadOnlyList<DetectedFace> Faces, ReadOnlyMemory<byte> Crops);
