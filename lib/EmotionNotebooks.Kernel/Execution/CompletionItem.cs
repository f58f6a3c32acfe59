namespace EmotionNotebooks.Kernel.Execution;

/// <summary>Something that could stand at a place.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">What it is, in Jupyter's words: <c>function</c>, <c>class</c>, <c>instance</c>, <c>property</c>, <c>keyword</c>, <c>magic</c>, …</param>
/// <param name="Signature">Its signature, for the front end to show beside it; empty where there is none.</param>
public sealed record CompletionItem(string Text, string Kind, string Signature = "");
