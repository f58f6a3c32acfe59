namespace EmotionNotebooks.Training;

/// <summary>The loss became NaN or infinite; what was saved before is still good.</summary>
public sealed class DivergedException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public DivergedException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened and what to try.</param>
    public DivergedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception over another.</summary>
    /// <param name="message">What happened and what to try.</param>
    /// <param name="innerException">Its cause.</param>
    public DivergedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
