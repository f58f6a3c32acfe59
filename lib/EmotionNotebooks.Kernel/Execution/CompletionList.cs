namespace EmotionNotebooks.Kernel.Execution;

/// <summary>What could stand at a place.</summary>
/// <param name="Start">Where the text begins that a choice replaces, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The choices, best first.</param>
public sealed record CompletionList(int Start, int End, IReadOnlyList<CompletionItem> Items);
