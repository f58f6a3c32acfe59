namespace EmotionNotebooks.Data.Download;

/// <summary>A file that was downloaded and found in order.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
/// <param name="Counts">The faces within.</param>
/// <param name="Checks">What was checked, one line each.</param>
/// <param name="WasThere">Whether it was there before, so that nothing was fetched.</param>
public sealed record DownloadedFile(string Path, long Length, string Sha256, FaceCounts Counts, IReadOnlyList<string> Checks, bool WasThere);
