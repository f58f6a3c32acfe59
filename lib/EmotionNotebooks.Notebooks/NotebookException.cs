namespace EmotionNotebooks.Notebooks;

/// <summary>A file is no notebook, or not one that can be read; the message names it and the place.</summary>
/// <param name="message">What was found, and what was expected.</param>
public sealed class NotebookException(string message) : FormatException(message);
