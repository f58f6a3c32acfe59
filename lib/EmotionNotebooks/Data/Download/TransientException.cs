namespace EmotionNotebooks.Data.Download;

/// <summary>A failure that may be over when one asks again.</summary>
/// <param name="message">What failed.</param>
/// <param name="pause">How long the server wants to be left alone; null where it does not say.</param>
internal sealed class TransientException(string message, TimeSpan? pause = null) : Exception(message)
{
    public TimeSpan? Pause { get; } = pause;
}
