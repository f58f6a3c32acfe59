namespace EmotionNotebooks.Training;

/// <summary>A file of a checkpoint.</summary>
/// <param name="Name">Its name, in the folder of the checkpoint.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
internal sealed record CheckpointFile(string Name, string Sha256);
