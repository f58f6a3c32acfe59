namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>What comes first among things that fit equally well.</summary>
internal enum Rank
{
    /// <summary>What the place asks for: a parameter's name, a value of the expected type.</summary>
    Expected,

    /// <summary>A variable, a parameter, a member.</summary>
    Near,

    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A namespace.</summary>
    Far,
}
