using EmotionNotebooks.Data;

namespace EmotionNotebooks.Training;

/// <summary>Options and a split rule under one name.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Summary">What it is, in one line.</param>
/// <param name="Options">How to train.</param>
/// <param name="Split">How to divide the data.</param>
public sealed record Recipe(string Name, string Summary, TrainingOptions Options, SplitRule Split);
