namespace EmotionNotebooks.Data.Download;

/// <summary>
/// A download that did not come to a good end for reasons beyond the caller: the network, the server, the disk, or a file that arrived
/// damaged. The message is one line that says what happened and how to go on.
/// </summary>
public sealed class DownloadException : IOException
{
    /// <summary>An exception without a message of its own.</summary>
    public DownloadException()
    {
    }

    /// <summary>An exception with its one-line message.</summary>
    /// <param name="message">What happened, and how to go on.</param>
    public DownloadException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its one-line message and its cause.</summary>
    /// <param name="message">What happened, and how to go on.</param>
    /// <param name="innerException">What failed underneath.</param>
    public DownloadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
