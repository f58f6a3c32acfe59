using OpenCvSharp;

namespace EmotionNotebooks.Faces;

/// <summary>A picture's grey plane as OpenCV sees it, without a copy.</summary>
internal sealed class GreyMat : IDisposable
{
    private readonly PinnedBytes _pixels;

    public GreyMat(Photo photo)
    {
        _pixels = new PinnedBytes(photo.Grey);
        Mat = Mat.FromPixelData(photo.Height, photo.Width, MatType.CV_8UC1, _pixels.Address);
    }

    public Mat Mat { get; }

    public void Dispose()
    {
        Mat.Dispose();
        _pixels.Dispose();
    }
}
