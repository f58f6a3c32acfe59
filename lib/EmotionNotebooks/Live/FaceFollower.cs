using EmotionNotebooks.Faces;
using OpenCvSharp;

namespace EmotionNotebooks.Live;

/// <summary>
/// Finds a face again near where it was: a cascade looks at a small square around that place only, turned as the face was, in faces of
/// nearly its size. One face takes a millisecond or two where a search of the whole picture takes a hundred.
/// </summary>
internal sealed class FaceFollower : IDisposable
{
    // The square in sides of the face, and how large the face is in it in pixels.
    private const double Reach = 1.8;
    private const int FaceSide = 50;
    private const int ViewSide = (int)(Reach * FaceSide);

    private const double ScaleStep = 1.1;
    private const double LargestGrowth = 1.3;

    // As many windows must agree.
    private const int LeastWindows = 3;

    private readonly HaarCascades _cascades = new(CascadeFolder.Find(), ["haarcascade_frontalface_alt2.xml"]);

    /// <summary>The face in this picture, or null where it is not there any more.</summary>
    public DetectedFace? Follow(Mat picture, DetectedFace face)
    {
        var view = PictureView.Upper(new FaceSquare(face.Box.Centre, face.Box.Width * Reach, face.Roll), ViewSide, ViewSide);
        using var part = view.Take(picture);
        var windows = _cascades.Find(part, ScaleStep, (int)(FaceSide / LargestGrowth))
            .Where(window => window.Width < FaceSide * LargestGrowth)
            .Select(view.ToPicture)
            .ToArray();
        var found = FaceWindows.Merge(windows).Where(it => it.Score >= LeastWindows).MaxBy(it => it.Score);
        if (found is null)
        {
            return null;
        }

        return new EyeFinder(_cascades, picture).Find(found) is { } eyes ? found with { Eyes = eyes, Roll = eyes.Roll } : found;
    }

    public void Dispose() => _cascades.Dispose();
}
