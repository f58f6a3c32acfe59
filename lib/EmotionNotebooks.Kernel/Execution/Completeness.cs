namespace EmotionNotebooks.Kernel.Execution;

/// <summary>Whether a text could be run as it stands.</summary>
/// <param name="Status">The answer.</param>
/// <param name="Indent">What the next line starts with where more is to come.</param>
public sealed record Completeness(CompletenessStatus Status, string Indent = "");
