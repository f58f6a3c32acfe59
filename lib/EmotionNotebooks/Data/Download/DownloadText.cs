namespace EmotionNotebooks.Data.Download;

/// <summary>Words and numbers of the download's messages.</summary>
internal static class DownloadText
{
    /// <summary>Such as <c>92.1 MB</c>.</summary>
    public static string Megabytes(long bytes) => $"{bytes / 1e6:0.0} MB";

    /// <summary>Such as <c>40.0 of 92.1 MB</c>.</summary>
    public static string Megabytes(long bytes, long? total) => total is { } all ? $"{bytes / 1e6:0.0} of {Megabytes(all)}" : Megabytes(bytes);

    public static string OneLine(Exception e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
