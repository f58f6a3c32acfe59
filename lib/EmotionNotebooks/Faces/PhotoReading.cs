namespace EmotionNotebooks.Faces;

/// <summary>What a network says of the faces of one picture.</summary>
/// <param name="Origin">Where the picture comes from.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Faces">Its faces, the largest first; empty where none was found.</param>
public sealed record PhotoReading(string Origin, int Width, int Height, IReadOnlyList<FaceReading> Faces);
