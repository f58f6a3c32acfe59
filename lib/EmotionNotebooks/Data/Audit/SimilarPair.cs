namespace EmotionNotebooks.Data.Audit;

/// <summary>Two faces that show nearly the same picture.</summary>
/// <param name="First">The earlier face's index.</param>
/// <param name="Second">The later face's index.</param>
/// <param name="Score">How alike they are: the correlation of their details where they overlap best, at most 1.</param>
/// <param name="IsMirrored">Whether one is the other one's mirror image, left to right.</param>
/// <param name="ShiftX">How far the second has to move to the right, in pixels, after it was mirrored where it is.</param>
/// <param name="ShiftY">How far the second has to move down, in pixels.</param>
public readonly record struct SimilarPair(int First, int Second, float Score, bool IsMirrored, int ShiftX, int ShiftY);
