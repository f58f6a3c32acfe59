namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>A directive that can't be followed.</summary>
/// <param name="message">What was found, and what was expected or helps.</param>
internal sealed class DirectiveException(string message) : Exception(message);
