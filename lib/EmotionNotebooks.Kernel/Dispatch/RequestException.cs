namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>A request is not what its kind must be.</summary>
/// <param name="message">What was found, and what was expected.</param>
internal sealed class RequestException(string message) : Exception(message);
