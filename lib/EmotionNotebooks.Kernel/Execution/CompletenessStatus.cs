namespace EmotionNotebooks.Kernel.Execution;

/// <summary>Whether a text could be run as it stands.</summary>
public enum CompletenessStatus
{
    /// <summary>It could.</summary>
    Complete,

    /// <summary>More must follow: a bracket, a string or a comment is open.</summary>
    Incomplete,

    /// <summary>No text that follows could make it right.</summary>
    Invalid,
}
