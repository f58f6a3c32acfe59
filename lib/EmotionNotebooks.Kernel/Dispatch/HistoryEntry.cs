namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>A cell that was run.</summary>
/// <param name="Session">The kernel that ran it, counted over all that ever ran.</param>
/// <param name="Line">The cell's number there.</param>
/// <param name="Input">Its text.</param>
/// <param name="Output">Its value in plain text; null where it had none.</param>
internal sealed record HistoryEntry(int Session, int Line, string Input, string? Output = null);
