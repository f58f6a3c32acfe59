namespace EmotionNotebooks.Cli;

/// <summary>A picture that a file of readings has.</summary>
/// <param name="Picture">Its path.</param>
/// <param name="Network">Which network read it.</param>
/// <param name="End">The place in the file behind its last line.</param>
internal sealed record WrittenPicture(string Picture, string Network, int End);
