using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Cli;

/// <summary>What <c>emotion predict</c> says of one picture.</summary>
/// <param name="Picture">Its path.</param>
/// <param name="Network">Which network read it.</param>
/// <param name="Reading">What was read; null where nothing could be.</param>
/// <param name="Fault">Why nothing could be read.</param>
internal sealed record Prediction(string Picture, string Network, PhotoReading? Reading, string? Fault);
