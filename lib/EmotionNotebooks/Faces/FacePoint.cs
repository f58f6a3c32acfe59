namespace EmotionNotebooks.Faces;

/// <summary>A point of a picture in pixels, from its left and top edge.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct FacePoint(double X, double Y);
