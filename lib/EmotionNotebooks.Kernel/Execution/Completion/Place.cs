namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>What the grammar takes at a place.</summary>
internal enum Place
{
    /// <summary>A statement, and with it everything.</summary>
    Statement,

    /// <summary>An expression.</summary>
    Expression,

    /// <summary>A type's name.</summary>
    Type,

    /// <summary>A member of a type that is being declared.</summary>
    Member,

    /// <summary>A word between operands, such as <c>is</c>.</summary>
    Operator,

    /// <summary>A name that nobody has given yet.</summary>
    NewName,
}
