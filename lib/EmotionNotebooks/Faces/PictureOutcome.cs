namespace EmotionNotebooks.Faces;

/// <summary>What became of a picture file: a reading, or the reason why there is none.</summary>
/// <param name="File">The picture.</param>
/// <param name="Reading">What was read; null where the picture could not be.</param>
/// <param name="Fault">Why it could not be read, in one line; null where it was.</param>
public sealed record PictureOutcome(PictureFile File, PhotoReading? Reading, string? Fault);
