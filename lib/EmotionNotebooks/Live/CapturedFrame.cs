using OpenCvSharp;

namespace EmotionNotebooks.Live;

/// <summary>A frame as it came.</summary>
/// <param name="Image">Height × width × 3 bytes: blue, green, red.</param>
/// <param name="Number">From 0; frames that were dropped are counted.</param>
/// <param name="Seconds">When, from the first frame on.</param>
public sealed record CapturedFrame(Mat Image, long Number, double Seconds) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Image.Dispose();
}
