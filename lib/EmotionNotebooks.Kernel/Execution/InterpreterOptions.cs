namespace EmotionNotebooks.Kernel.Execution;

/// <summary>Placeholder.</summary>
public sealed record InterpreterOptions;
