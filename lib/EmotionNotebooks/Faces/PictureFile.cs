namespace EmotionNotebooks.Faces;

/// <summary>A picture file of a source.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path below the source, with forward slashes.</param>
public sealed record PictureFile(string Path, string Name);
