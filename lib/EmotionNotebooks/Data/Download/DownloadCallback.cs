namespace EmotionNotebooks.Data.Download;

/// <summary>Is told how a download goes; all members do nothing unless overridden. Called on the downloading thread.</summary>
public abstract class DownloadCallback
{
    /// <summary>A few times a second while bytes arrive, and at the end.</summary>
    /// <param name="progress">Where the download stands.</param>
    public virtual void OnProgress(DownloadProgress progress)
    {
    }

    /// <summary>Something failed and will be tried again.</summary>
    /// <param name="reason">What failed, in words.</param>
    /// <param name="delay">How long it waits first.</param>
    public virtual void OnRetry(string reason, TimeSpan delay)
    {
    }

    /// <summary>All bytes are here and are being checked.</summary>
    /// <param name="bytes">How many.</param>
    public virtual void OnVerify(long bytes)
    {
    }
}
