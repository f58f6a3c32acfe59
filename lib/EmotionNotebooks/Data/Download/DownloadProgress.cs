namespace EmotionNotebooks.Data.Download;

/// <summary>Where a download stands.</summary>
/// <param name="Received">Bytes on this machine, those of earlier runs included.</param>
/// <param name="Total">Bytes in all; null where the server does not say.</param>
/// <param name="BytesPerSecond">Speed since the connection was made.</param>
public sealed record DownloadProgress(long Received, long? Total, double BytesPerSecond)
{
    /// <summary>Estimated time to the end; null where it cannot be told.</summary>
    public TimeSpan? TimeLeft =>
        Total is { } total && BytesPerSecond > 0 ? TimeSpan.FromSeconds(Math.Min((total - Received) / BytesPerSecond, 1e6)) : null;
}
