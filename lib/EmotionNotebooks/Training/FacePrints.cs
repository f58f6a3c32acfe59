namespace EmotionNotebooks.Training;

/// <summary>What tells whether a resumed training learns from the same faces: the hashes of both sets.</summary>
/// <param name="Training">SHA-256 of the faces that train.</param>
/// <param name="Validation">SHA-256 of the faces that select.</param>
public sealed record FacePrints(string Training, string Validation);
