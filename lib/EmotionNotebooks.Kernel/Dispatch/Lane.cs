namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>
/// Which thread answers a request. Requests of one lane are answered in the order in which they came; no lane waits for another, so that
/// a running cell holds up neither the words that a person types in the next one nor an interruption.
/// </summary>
internal enum Lane
{
    /// <summary>What is answered at once.</summary>
    Control,

    /// <summary>What takes thought, but runs no code.</summary>
    Questions,

    /// <summary>Code.</summary>
    Cells,
}
