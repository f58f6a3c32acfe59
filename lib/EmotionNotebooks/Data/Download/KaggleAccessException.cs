namespace EmotionNotebooks.Data.Download;

/// <summary>
/// Kaggle gives the file to nobody, or not to this caller: no token, a refused one, rules that are not accepted yet, no such file.
/// The message is one line that says what to do. It never holds a key.
/// </summary>
public sealed class KaggleAccessException : UnauthorizedAccessException
{
    /// <summary>An exception without a message of its own.</summary>
    public KaggleAccessException()
    {
    }

    /// <summary>An exception with its one-line message.</summary>
    /// <param name="message">What is refused, and what to do.</param>
    public KaggleAccessException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its one-line message and its cause.</summary>
    /// <param name="message">What is refused, and what to do.</param>
    /// <param name="innerException">What failed underneath.</param>
    public KaggleAccessException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
